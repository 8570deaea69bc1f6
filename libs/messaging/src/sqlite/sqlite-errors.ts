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
  const why = whyAway(error);
  if (why === undefined) return error;
  return new UnavailableError(`The event log is not available: ${why}.`, { cause: error });
}

// By shape and not by class: errors of Node's own modules are of another realm's class under Jest.
function whyAway(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('errcode' in error && typeof error.errcode === 'number') return AWAY.get(error.errcode & 0xff);
  if ('code' in error && error.code === 'ERR_INVALID_STATE') return 'it is closed';
  return undefined;
}
