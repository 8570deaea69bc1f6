import type { ProfileState } from '@jobwire/contracts';
import type { PendingState } from '@jobwire/messaging';
import { Publication, isDuplicateKey, type MongoDatabase, type Reading } from '@jobwire/mongo';
import { Types, trusted, type Model } from 'mongoose';
import type { Profiles } from '../../application/ports.js';
import { stateOf, type Profile } from '../../domain/profile.js';
import {
  contentOf,
  newDocumentOf,
  profileOf,
  profileSchema,
  type ProfileDocument,
} from './profile.document.js';

export class MongoProfiles implements Profiles {
  private readonly profiles: Model<ProfileDocument>;
  private readonly publication: Publication<ProfileDocument>;

  constructor(private readonly db: MongoDatabase) {
    this.profiles = db.collection('profiles', profileSchema);
    this.publication = new Publication(this.profiles);
  }

  async ofOwner(owner: string): Promise<Profile | undefined> {
    const found = await this.db.run(() => this.profiles.findOne({ owner }).lean<ProfileDocument>());
    return found === null ? undefined : profileOf(found);
  }

  /** The unique keys decide who of many comes first. */
  async insert(profile: Profile): Promise<boolean> {
    try {
      await this.db.run(() => this.profiles.insertOne(newDocumentOf(profile)));
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /** An erased profile has no owner, so a late writer does not bring it back. */
  async replace(profile: Profile): Promise<boolean> {
    const { id, revision, owner } = profile;
    const update = { revision, profile: contentOf(profile), unpublished: new Types.ObjectId() };
    const { matchedCount } = await this.db.run(() =>
      this.profiles.updateOne({ _id: id, revision: revision - 1, owner }, { $set: update }),
    );
    return matchedCount === 1;
  }

  async erase(owner: string): Promise<string | undefined> {
    const update = {
      $unset: { owner: 1, profile: 1 },
      $inc: { revision: 1 },
      $set: { gone: true, unpublished: new Types.ObjectId() },
    } as const;
    const erased = await this.db.run(() =>
      this.profiles.findOneAndUpdate({ owner }, update, { projection: { _id: 1 } }).lean(),
    );
    return erased?._id;
  }

  async page(after: string, limit: number): Promise<Profile[]> {
    const filter = { _id: trusted({ $gt: after }), owner: trusted({ $exists: true }) };
    const found = await this.db.run(() =>
      this.profiles.find(filter).sort({ _id: 1 }).limit(limit).lean<ProfileDocument[]>(),
    );
    return found.flatMap((document) => profileOf(document) ?? []);
  }

  async unburied(): Promise<string[]> {
    const filter = { unpublished: trusted({ $exists: true }), gone: true };
    const found = await this.db.run(() => this.profiles.find(filter, { _id: 1 }).lean());
    return found.map(({ _id }) => _id);
  }

  async unpublished(limit: number): Promise<PendingState<ProfileState>[]> {
    return (await this.db.run(() => this.publication.unpublished(limit))).map(pendingOf);
  }

  async pending(key: string): Promise<PendingState<ProfileState> | undefined> {
    const found = await this.db.run(() => this.publication.document(key));
    return found && pendingOf(found);
  }

  confirm(readings: readonly Reading[]) {
    return this.db.run(() => this.publication.confirm(readings));
  }

  forgetLog(): Promise<void> {
    return this.publication.forgetLog();
  }
}

function pendingOf(document: ProfileDocument): PendingState<ProfileState> {
  const profile = profileOf(document);
  return {
    key: document._id,
    revision: document.revision,
    data: profile === undefined ? null : stateOf(profile),
  };
}
