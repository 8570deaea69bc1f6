import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Places } from './config.js';
import { fetchOnce } from './fetch-once.js';
import { findProgram } from './find-program.js';
import { withProgress, type Say } from './progress.js';
import { runTool } from './run-tool.js';

const VERSION = '4.1.1';
const POM = resolve(import.meta.dirname, '../kafka/pom.xml');

export interface KafkaProgram {
  readonly java: string;
  readonly classPath: string;
  /** Which one this is, for people. */
  readonly source: string;
}

/**
 * KAFKA_HOME, else the broker's own packages from Maven, kept in the cache.
 * @throws Error that says what to install
 */
export async function findKafka(places: Places, say: Say): Promise<KafkaProgram> {
  const java = findJava(places);
  if (places.kafkaHome !== undefined) {
    const libs = join(places.kafkaHome, 'libs');
    if (!existsSync(libs)) throw new Error(`KAFKA_HOME is ${places.kafkaHome}, which has no folder libs`);
    return { java, classPath: join(libs, '*'), source: `Kafka of KAFKA_HOME (${places.kafkaHome})` };
  }
  const jars = await fetchOnce(places.cache, `kafka-${VERSION}`, (folder) => fetchJars(places, folder, say));
  return { java, classPath: join(jars, '*'), source: `Kafka ${VERSION} of Maven (${jars})` };
}

function findJava({ javaHome, path }: Places): string {
  const folders = javaHome === undefined ? path : [join(javaHome, 'bin'), ...path];
  const java = findProgram('java', folders);
  if (java === undefined)
    throw new Error(
      'Kafka needs Java 17 or newer: install it (Debian, Ubuntu: openjdk-17-jre-headless), or set JAVA_HOME',
    );
  return java;
}

/** 46 jars, 43 MB; the folder is the whole class path. */
async function fetchJars({ path }: Places, folder: string, say: Say): Promise<void> {
  const maven = findProgram('mvn', path);
  if (maven === undefined)
    throw new Error(
      'There is no Kafka here: set KAFKA_HOME to an unpacked one, or install Maven (Debian, Ubuntu: maven) to have it fetched',
    );
  const copy = ['-q', '-B', '-f', POM, 'dependency:copy-dependencies', '-DincludeScope=runtime'];
  const run = runTool(maven, [...copy, `-DoutputDirectory=${folder}`]);
  await withProgress(say, `fetching Kafka ${VERSION} from Maven`, run);
}
