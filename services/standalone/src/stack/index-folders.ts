import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Whose folders these are; whatever else lies beside them is somebody else's. */
const OURS = /^matching(-\d+)?$/;

/**
 * A folder in `base` for the index of each of these processes. Those of processes that are no more go: they hold people
 * who may be erased since.
 */
export function indexFolders(base: string, processes: readonly string[]): ReadonlyMap<string, string> {
  mkdirSync(base, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(base))
    if (OURS.test(name) && !processes.includes(name)) rmSync(join(base, name), { recursive: true });
  return new Map(processes.map((name) => [name, join(base, name)]));
}
