import type { Clock } from '@jobwire/kernel';
import { isDuplicateKey, Joined, type MongoDatabase } from '@jobwire/mongo';
import { Schema, trusted, type Model } from 'mongoose';
import type { People } from '../../application/ports.js';
import type { Person } from '../../domain/cards.js';

/** The id is the profile's. Of an erased person nothing is left but the id and the time. */
interface PersonDocument {
  readonly _id: string;
  readonly owner?: string;
  readonly revision?: number;
  readonly erasedAt?: Date;
}

const personSchema = new Schema<PersonDocument>(
  { _id: { type: String, required: true }, owner: String, revision: Number, erasedAt: Date },
  { versionKey: false, strict: 'throw' },
);
personSchema.index({ erasedAt: 1 }, { sparse: true });

const NOT_ERASED = { $exists: false };

export class MongoPeople implements People {
  private readonly people: Model<PersonDocument>;
  private readonly joined: Joined<PersonDocument>;

  constructor(
    private readonly db: MongoDatabase,
    private readonly clock: Clock,
  ) {
    this.people = db.collection('people', personSchema);
    this.joined = new Joined(this.people);
  }

  /** Marker and person are one document, so no person is kept beside the marker; nothing is newer than it. */
  async keep(people: readonly Person[]): Promise<void> {
    const upserts = people.map(({ profileId, owner, revision }) => ({
      updateOne: {
        filter: { _id: profileId, erasedAt: NOT_ERASED },
        update: { $setOnInsert: { owner }, $max: { revision } },
        upsert: true,
      },
    }));
    await this.db.run(() => this.joined.upsertUnlessNewer(upserts));
  }

  async of(profileIds: readonly string[]): Promise<Map<string, Person>> {
    const found = await this.among(profileIds);
    return new Map(
      found.flatMap(({ _id: profileId, owner, revision }) =>
        owner === undefined || revision === undefined ? [] : [[profileId, { profileId, owner, revision }]],
      ),
    );
  }

  /** The first time counts. */
  async erase(profileId: string): Promise<void> {
    const update = { $set: { erasedAt: this.clock.now() }, $unset: { owner: 1, revision: 1 } } as const;
    try {
      await this.eraseOnce(profileId, update);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      // Erased before, or made known in this very moment: then there is something to erase now.
      await this.eraseOnce(profileId, update).catch((again: unknown) => {
        if (!isDuplicateKey(again)) throw again;
      });
    }
  }

  async erased(profileIds: readonly string[]): Promise<Set<string>> {
    const found = await this.among(profileIds);
    return new Set(found.filter(({ erasedAt }) => erasedAt !== undefined).map(({ _id }) => _id));
  }

  async erasedSince(since: Date): Promise<string[]> {
    const filter = { erasedAt: trusted({ $gte: since }) };
    const found = await this.db.run(() => this.people.find(filter, { _id: 1 }).lean<PersonDocument[]>());
    return found.map(({ _id }) => _id);
  }

  private eraseOnce(profileId: string, update: object): Promise<unknown> {
    const filter = { _id: profileId, erasedAt: trusted({ ...NOT_ERASED }) };
    return this.db.run(() => this.people.updateOne(filter, update, { upsert: true }));
  }

  private async among(profileIds: readonly string[]): Promise<PersonDocument[]> {
    return [...(await this.db.run(() => this.joined.byId(profileIds))).values()];
  }
}
