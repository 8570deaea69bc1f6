import type { mongo } from 'mongoose';

/** One document each: the version of the layout, and the event log whose places are remembered. */
interface About {
  _id: 'layout' | 'log';
  version?: number;
  id?: string;
}

const about = (db: mongo.Db): mongo.Collection<About> => db.collection<About>('about');

/**
 * Gives a new database its version.
 * @throws Error when it belongs to a newer layout, naming both versions
 */
export async function checkLayout(db: mongo.Db, known: number): Promise<void> {
  const layout = await about(db).findOneAndUpdate(
    { _id: 'layout' },
    { $setOnInsert: { version: known } },
    { upsert: true, returnDocument: 'after' },
  );
  const has = layout?.version ?? known;
  if (has > known)
    throw new Error(
      `The database ${db.databaseName} has layout ${has}; this Jobwire knows ${known}: update Jobwire, or use another database (JOBWIRE_PREFIX)`,
    );
}

/**
 * Compares the log with the one the database knows. Offsets remembered from another log mean nothing: `forget` drops
 * them, and what they stood for is published or taken anew. The log is noted last, so that a crash in between forgets
 * once more; `forget` must bear that, and another replica that does the same or is already at work on the new log.
 */
export async function adoptLog(db: mongo.Db, logId: string, forget: () => Promise<void>): Promise<void> {
  const known = await about(db).findOne({ _id: 'log' });
  if (known?.id === logId) return;
  if (known !== null) await forget();
  await about(db).updateOne({ _id: 'log' }, { $set: { id: logId } }, { upsert: true });
}
