import type { MongoDatabase } from '@jobwire/mongo';
import { Schema, type Model } from 'mongoose';
import type { Replays } from '../../application/ports.js';

interface ReplayDocument {
  /** The source's name. */
  _id: string;
  days: number;
}

const replaySchema = new Schema<ReplayDocument>(
  { _id: { type: String, required: true }, days: { type: Number, required: true } },
  { versionKey: false, strict: 'throw' },
);

export class MongoReplays implements Replays {
  private readonly replays: Model<ReplayDocument>;

  constructor(private readonly db: MongoDatabase) {
    this.replays = db.collection('replays', replaySchema);
  }

  async daysOf(source: string, proposed: number | undefined): Promise<number> {
    const kept = await this.db.run(() => this.keep(source, proposed));
    return kept?.days ?? 0;
  }

  private keep(source: string, proposed: number | undefined): PromiseLike<ReplayDocument | null> {
    if (proposed === undefined) return this.replays.findOne({ _id: source }).lean<ReplayDocument>();
    const first = { $setOnInsert: { days: proposed } };
    const options = { upsert: true, returnDocument: 'after' } as const;
    return this.replays.findOneAndUpdate({ _id: source }, first, options).lean<ReplayDocument>();
  }
}
