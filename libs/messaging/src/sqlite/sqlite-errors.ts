import { UnavailableError } from '../event-log.js';

// Primary result codes of SQLite: https://www.sqlite.org/rescode.html
const AWAY = new Map([
  [5, 'another process has the file open'],
  [6, 'the file is locked'],
  [8, 'the file may not be written'],
  [10, 'the disk fails'],
  [13, 'the disk is full'],
  [14, 'the file cannot be opened'],
]);

/** What is SQLite's or the disk's fault becomes an UnavailableError; a defect of ours stays what it is. */
export function asUnavailable(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : 0;
  const why = AWAY.get(code) ?? (isClosed(error) ? 'it is closed' : undefined);
  if (why === undefined) return error;
  return new UnavailableError(`The event log is not available: ${why}.`, { cause: error });
}

function isClosed(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_INVALID_STATE';
}
