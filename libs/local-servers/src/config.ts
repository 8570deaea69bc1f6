// What this package reads of the environment.
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface Places {
  /** Where fetched servers are kept, outside any checkout. */
  readonly cache: string;
  readonly kafkaHome: string | undefined;
  readonly mongod: string | undefined;
  readonly javaHome: string | undefined;
  /** The folders of the PATH. */
  readonly path: readonly string[];
}

export function placesOf(environment: NodeJS.ProcessEnv = process.env): Places {
  const { JOBWIRE_CACHE, XDG_CACHE_HOME, KAFKA_HOME, MONGOD_BIN, JAVA_HOME, PATH } = environment;
  return {
    cache: given(JOBWIRE_CACHE) ?? join(given(XDG_CACHE_HOME) ?? join(homedir(), '.cache'), 'jobwire'),
    kafkaHome: given(KAFKA_HOME),
    mongod: given(MONGOD_BIN),
    javaHome: given(JAVA_HOME),
    path: (PATH ?? '').split(delimiter).filter((folder) => folder !== ''),
  };
}

function given(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
