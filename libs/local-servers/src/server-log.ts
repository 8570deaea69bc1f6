import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync } from 'node:fs';

const TAIL_BYTES = 256 * 1024;
/** Enough for a stack trace; without trouble they say little. */
const TROUBLED_LINES = 15;
const QUIET_LINES = 3;
const LINE_LENGTH = 400;

/** What a server writes. The file stays readable here after its folder is gone. */
export class ServerLog {
  readonly descriptor: number;

  /** A log of the run before is kept beside it. */
  constructor(path: string) {
    if (existsSync(path)) renameSync(path, `${path}.before`);
    this.descriptor = openSync(path, 'w+');
  }

  /** The last lines that tell of trouble, else the last lines. */
  lastLines(trouble: RegExp): string {
    const { size } = fstatSync(this.descriptor);
    const bytes = Buffer.alloc(Math.min(size, TAIL_BYTES));
    readSync(this.descriptor, bytes, 0, bytes.length, size - bytes.length);
    const lines = bytes.toString('utf8').trim().split('\n');
    const troubled = lines.filter((line) => trouble.test(line));
    const chosen = troubled.length > 0 ? troubled.slice(-TROUBLED_LINES) : lines.slice(-QUIET_LINES);
    return chosen.map((line) => line.slice(0, LINE_LENGTH)).join('\n');
  }

  close(): void {
    closeSync(this.descriptor);
  }
}
