import type { AnyBulkWriteOperation, Model, mongo } from 'mongoose';
import { refusedPlaces } from './away.js';

/** Without the second option, mongoose leaves out writes that its schema refuses and says nothing. */
const UNORDERED = { ordered: false, throwOnValidationError: true } as const;

/**
 * In the update of an upsert: it changes what is there and makes nothing. MongoDB would make the document under the
 * condition's `_id`, and refuses to give it another.
 */
export const makeNothing = { $setOnInsert: { _id: '' } } as const;

/**
 * Writes many documents in one round trip, each on its own; answers the places of those that were refused.
 *
 * An `upsert` whose condition names `_id` and something more is refused exactly when the document is there and does not
 * meet the condition; with `makeNothing` also when it is not there. So a bulk write says of each of its conditional
 * writes whether it stood, which the counts of an ordinary one do not.
 * @throws the first error of any other kind
 */
export async function writeEach<Stored extends mongo.Document>(
  model: Model<Stored>,
  writes: AnyBulkWriteOperation<Stored>[],
): Promise<number[]> {
  if (writes.length === 0) return [];
  try {
    const collection = model as unknown as Model<mongo.Document>;
    await collection.bulkWrite(writes as AnyBulkWriteOperation[], UNORDERED);
    return [];
  } catch (error) {
    return refusedPlaces(error);
  }
}
