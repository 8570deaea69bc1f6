import type { AnyBulkWriteOperation, Model, mongo } from 'mongoose';
import { refusedAsDuplicates } from './away.js';

/** Without the second option, mongoose leaves out writes that its schema refuses and says nothing. */
const UNORDERED = { ordered: false, throwOnValidationError: true } as const;

/**
 * Writes many documents in one round trip, each on its own; answers the places of those that a unique key refused.
 *
 * An `upsert` whose condition names `_id` and something more is refused exactly when the document is there and does not
 * meet the condition. So a bulk write says of each of its conditional writes whether it stood, which the counts of an
 * ordinary one do not.
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
    return refusedAsDuplicates(error);
  }
}
