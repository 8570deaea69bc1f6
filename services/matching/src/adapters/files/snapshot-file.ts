import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readSync, readdirSync, rmSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SnapshotStore } from '../../application/snapshots.js';

/** Readable by its owner only: it holds what people look for. */
const OWNER_ONLY = 0o600;
/** Whoever syncs another file meanwhile, such as the log, waits for what is unsynced of this one: 85 ms at 330 MB. */
const SYNCED_AT_ONCE = 8 * 2 ** 20;
const NAME = 'matching-index.snapshot';

/**
 * The snapshot as one file of a folder, replaced as a whole. Instances that share a folder overwrite each other's, and
 * begin with less than they saved.
 */
export class SnapshotFile implements SnapshotStore {
  private readonly path: string;

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    this.path = join(folder, NAME);
    this.removeUnfinished();
  }

  open() {
    if (!existsSync(this.path)) return undefined;
    const file = openSync(this.path, 'r');
    const take = (count: number): Uint8Array => {
      const bytes = new Uint8Array(count);
      let read = 0;
      for (let more = -1; read < count && more !== 0; read += more)
        more = readSync(file, bytes, read, count - read, null);
      return bytes.subarray(0, read);
    };
    return { take, close: () => closeSync(file) };
  }

  async write(pieces: Iterable<Uint8Array>): Promise<void> {
    const beside = `${this.path}.${randomUUID()}`;
    try {
      await writeGently(beside, pieces);
      await rename(beside, this.path);
    } finally {
      await rm(beside, { force: true });
    }
  }

  /** Of a process that was killed while it wrote: it may hold people who are erased since. */
  private removeUnfinished(): void {
    for (const name of readdirSync(this.folder))
      if (name.startsWith(`${NAME}.`)) rmSync(join(this.folder, name), { force: true });
  }
}

async function writeGently(path: string, pieces: Iterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', OWNER_ONLY);
  let unsynced = 0;
  try {
    for (const piece of pieces) {
      await file.writeFile(piece);
      unsynced += piece.length;
      if (unsynced < SYNCED_AT_ONCE) continue;
      await file.datasync();
      unsynced = 0;
    }
    await file.sync();
  } finally {
    await file.close();
  }
}
