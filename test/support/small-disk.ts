import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of so many megabytes, to be filled and emptied. Only root on Linux may make one. */
export class SmallDisk {
  private constructor(readonly folder: string) {}

  /** Mounted at the folder, or at one of its own; undefined where it cannot be made. */
  static mount(megabytes: number, folder = mkdtempSync(join(tmpdir(), 'jobwire-'))): SmallDisk | undefined {
    mkdirSync(folder, { recursive: true });
    const made =
      process.platform === 'linux' &&
      spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]).status === 0;
    return made ? new SmallDisk(folder) : undefined;
  }

  /** Until not a byte more fits. */
  fill(): void {
    spawnSync('dd', ['if=/dev/zero', `of=${this.ballast}`, 'bs=4k']);
  }

  empty(): void {
    rmSync(this.ballast, { force: true });
  }

  unmount(): void {
    spawnSync('umount', [this.folder]);
  }

  private get ballast(): string {
    return join(this.folder, 'ballast');
  }
}
