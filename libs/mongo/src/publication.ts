import { Types, trusted, type Model, type QueryFilter } from 'mongoose';
import { Joined } from './joined.js';

/** By what a document of a state knows what its topic has. */
export interface Published {
  _id: string;
  revision: number;
  publishedRevision: number;
  publishedOffset: number;
  /** Ordered by time; absent when the topic has this revision. Its index holds only what is left to publish. */
  unpublished?: Types.ObjectId;
  /** The content is gone, and the rest goes when its tombstone is on the topic. */
  gone?: boolean;
}

/** The fields, to go into a schema; `publicationIndex` goes with them. */
export const publicationFields = {
  _id: { type: String, required: true },
  revision: { type: Number, required: true },
  publishedRevision: { type: Number, required: true },
  publishedOffset: { type: Number, required: true },
  unpublished: Types.ObjectId,
  gone: Boolean,
} as const;

export const publicationIndex = [{ unpublished: 1 }, { sparse: true }] as const;

/** What a new document begins with. */
export function neverPublished(): Pick<Published, 'publishedRevision' | 'publishedOffset' | 'unpublished'> {
  return { publishedRevision: 0, publishedOffset: -1, unpublished: new Types.ObjectId() };
}

export interface Reading {
  readonly key: string;
  readonly revision: number;
  readonly offset: number;
}

const FORGET_AT_ONCE = 1000;

/** What a relay asks of a collection with the publication fields. */
export class Publication<Document extends Published> {
  private readonly model: Model<Published>;
  private readonly joined: Joined<Published>;

  constructor(model: Model<Document>) {
    this.model = model as unknown as Model<Published>;
    this.joined = new Joined(this.model);
  }

  /** As it is now. */
  async document(id: string): Promise<Document | undefined> {
    return (await this.joined.byId([id])).get(id) as Document | undefined;
  }

  /** Documents that the topic does not have as they are, oldest change first. */
  async unpublished(limit: number): Promise<Document[]> {
    const filter = { unpublished: trusted({ $exists: true }) };
    const found = await this.model.find(filter).sort({ unpublished: 1 }).limit(limit).lean();
    return found as unknown as Document[];
  }

  /**
   * The topic is the truth: a record with a higher offset sets both fields, a lower one is old news. A document whose
   * content is gone only waits for its tombstone, and goes when that is confirmed. The answers tell what was known
   * before the write; the write looks again.
   */
  async confirm(readings: readonly Reading[]): Promise<('confirmed' | 'older' | 'absent')[]> {
    const ids = readings.map(({ key }) => key);
    const known = await this.joined.byId(ids);
    const news = readings.filter(({ key, offset }) => offset > (known.get(key)?.publishedOffset ?? Infinity));
    await this.joined.write(news.map(confirmation));
    if ([...known.values()].some(({ gone }) => gone === true))
      await this.bury({ _id: trusted({ $in: ids }) });
    return readings.map(({ key, offset }) => {
      const document = known.get(key);
      if (document === undefined) return 'absent';
      return offset > document.publishedOffset ? 'confirmed' : 'older';
    });
  }

  /** The log is another one: what the former had is published to this one. Twice is harmless. */
  async forgetLog(): Promise<void> {
    for (let after = ''; ;) {
      const next = { _id: trusted({ $gt: after }) };
      const page = await this.model.find(next, { _id: 1 }).sort({ _id: 1 }).limit(FORGET_AT_ONCE).lean();
      const last = page.at(-1)?._id;
      if (last === undefined) return;
      await this.model.updateMany({ _id: trusted({ $gt: after, $lte: last }) }, { $set: neverPublished() });
      after = last;
    }
  }

  private async bury(among: QueryFilter<Published>): Promise<void> {
    await this.model.deleteMany({ ...among, gone: true, unpublished: trusted({ $exists: false }) });
  }
}

/** One conditional update: both fields, and whether anything is left to publish, from what is stored at that moment. */
function confirmation({ key, revision, offset }: Reading) {
  const left = { $ifNull: ['$unpublished', new Types.ObjectId()] };
  const set = {
    publishedRevision: revision,
    publishedOffset: offset,
    unpublished: { $cond: [{ $eq: ['$revision', revision] }, '$$REMOVE', left] },
  };
  return {
    updateOne: { filter: { _id: key, publishedOffset: { $lt: offset } }, update: [{ $set: set }] },
  };
}
