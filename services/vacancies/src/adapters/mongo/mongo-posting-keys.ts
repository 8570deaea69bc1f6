import type { MongoDatabase } from '@jobwire/mongo';
import { Schema, trusted, type Model } from 'mongoose';
import type { PostingClaim, PostingKeys } from '../../application/ports.js';

interface PostingKeyDocument {
  _id: { readonly employerId: string; readonly key: string };
  bodyHash: string;
  vacancyId: string;
  at: Date;
}

const postingKeySchema = new Schema<PostingKeyDocument>(
  {
    _id: { type: new Schema({ employerId: String, key: String }, { _id: false }), required: true },
    bodyHash: { type: String, required: true },
    vacancyId: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { versionKey: false, strict: 'throw' },
);
postingKeySchema.index({ at: 1 });

export class MongoPostingKeys implements PostingKeys {
  private readonly keys: Model<PostingKeyDocument>;

  constructor(private readonly db: MongoDatabase) {
    this.keys = db.collection('postingKeys', postingKeySchema);
  }

  /** One update that looks and claims: whoever of many comes first is found by the others. */
  async claim(claim: PostingClaim, since: Date): Promise<PostingClaim> {
    const { employerId, key, bodyHash, vacancyId, at } = claim;
    const mine = { bodyHash, vacancyId, at: new Date(at) };
    const stands = { $gte: ['$at', since] };
    const keepOrTake = Object.fromEntries(
      Object.entries(mine).map(([field, value]) => [
        field,
        { $cond: [stands, `$${field}`, { $literal: value }] },
      ]),
    );
    const options = { upsert: true, returnDocument: 'after', updatePipeline: true } as const;
    const [holder] = await Promise.all([
      this.db.run(() =>
        this.keys
          .findOneAndUpdate({ _id: { employerId, key } }, [{ $set: keepOrTake }], options)
          .lean<PostingKeyDocument>(),
      ),
      this.db.run(() => this.keys.deleteMany({ at: trusted({ $lt: since }) })),
    ]);
    if (holder === null) return claim;
    return {
      employerId,
      key,
      bodyHash: holder.bodyHash,
      vacancyId: holder.vacancyId,
      at: holder.at.toISOString(),
    };
  }
}
