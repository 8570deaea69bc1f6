import type { SnapshotStore } from '../../services/matching/src/application/snapshots.js';

/** The one snapshot that instances of matching leave behind and begin with, whoever saved it. */
export class Disk implements SnapshotStore {
  private saved: Buffer | undefined;

  open() {
    const { saved } = this;
    if (saved === undefined) return undefined;
    let at = 0;
    return { take: (count: number) => saved.subarray(at, (at += count)), close: () => undefined };
  }

  write(pieces: Iterable<Uint8Array>): Promise<void> {
    this.saved = Buffer.concat([...pieces]);
    return Promise.resolve();
  }
}
