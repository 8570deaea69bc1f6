import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The layout of a data folder. A folder of a newer layout is refused, an older one is brought up to date. */
export const DATA_VERSION = 1;

const Instance = z.object({
  id: z.string(),
  dataVersion: z.int(),
  /** Private JWK, ES256. */
  signingKey: z.record(z.string(), z.string()),
  /** Hex; owners and pseudonyms are HMACs with it. */
  pseudonymSecret: z.string(),
});
export type Instance = z.infer<typeof Instance>;

export function makeInstance(): Instance {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    id: crypto.randomUUID(),
    dataVersion: DATA_VERSION,
    signingKey: privateKey.export({ format: 'jwk' }) as Record<string, string>,
    pseudonymSecret: randomBytes(32).toString('hex'),
  };
}

/**
 * Reads `instance.json` of a data folder, or makes it: whoever comes first, service or command, wins.
 * @throws Error when the folder cannot be written, the file is damaged, or it belongs to a newer version
 */
export function instanceOf(folder: string): Instance {
  const file = join(folder, 'instance.json');
  const found = readIfThere(file);
  if (found !== undefined) return check(found, file);
  makeFolder(folder);
  writeOnce(file, `${JSON.stringify(makeInstance(), null, 2)}\n`);
  return check(readFileSync(file, 'utf8'), file);
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw unusable(file, error);
  }
}

/** A link is made or fails as one step, so two processes that start together end with one identity. */
function writeOnce(file: string, content: string): void {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(draft, content, { mode: 0o600, flush: true });
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unusable(file, error);
  } finally {
    rmSync(draft, { force: true });
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw unusable(folder, error);
  }
}

function unusable(path: string, cause: unknown): Error {
  const code = (cause as NodeJS.ErrnoException).code ?? 'unknown';
  return new Error(`${path} cannot be used (${code}): set JOBWIRE_DATA to a folder that can be written`, {
    cause,
  });
}

function check(content: string, file: string): Instance {
  const instance = Instance.safeParse(parse(content));
  if (!instance.success)
    throw new Error(`${file} is damaged: put back a copy of it, or start with another JOBWIRE_DATA`);
  if (instance.data.dataVersion > DATA_VERSION) {
    throw new Error(
      `${file} was written by a newer Jobwire (data version ${instance.data.dataVersion}, this one knows ${DATA_VERSION}): update Jobwire`,
    );
  }
  return instance.data;
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
