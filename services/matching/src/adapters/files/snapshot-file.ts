import { closeSync, existsSync, mkdirSync, openSync, readSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { SnapshotStore } from '../../application/snapshots.js';

/** Readable by its owner only: it holds what people look for. */
const OWNER_ONLY = 0o600;

/** The snapshot as one file of a folder, replaced as a whole. */
export class SnapshotFile implements SnapshotStore {
  private readonly path: string;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.path = join(folder, 'matching-index.snapshot');
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
    const beside = `${this.path}.new`;
    const file = await open(beside, 'w', OWNER_ONLY);
    try {
      for (const piece of pieces) await file.writeFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, this.path);
  }
}
