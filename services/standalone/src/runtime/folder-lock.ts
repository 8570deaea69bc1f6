import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';

/**
 * Holds a data folder for this process. The lock is the operating system's, taken through SQLite: it ends with the
 * process, however it ends, so nothing has to be cleaned up after a crash.
 * @throws Error when another process holds it
 */
export function lockFolder(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, 'lock'));
  try {
    lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new Error(
      `${folder} is in use by another Jobwire: stop that one, or set JOBWIRE_DATA to another folder`,
      { cause },
    );
  }
  return () => lock.close();
}
