import { neverPublished, publicationFields, publicationIndex, type Published } from '@jobwire/mongo';
import { Schema } from 'mongoose';
import type { Profile } from '../../domain/profile.js';

/** What a person wrote; id, revision and owner stand beside it. */
type Content = Omit<Profile, 'id' | 'revision' | 'owner' | 'createdAt' | 'updatedAt'> & {
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

/** An erased profile keeps its id and revision until its tombstone is out. */
export interface ProfileDocument extends Published {
  owner?: string;
  profile?: Content;
}

export const profileSchema = new Schema<ProfileDocument>(
  { ...publicationFields, owner: String, profile: Schema.Types.Mixed },
  { versionKey: false, minimize: false, strict: 'throw' },
);
profileSchema.index(...publicationIndex);
profileSchema.index({ owner: 1 }, { unique: true, partialFilterExpression: { owner: { $exists: true } } });

export function newDocumentOf(profile: Profile): ProfileDocument {
  const { id, revision, owner } = profile;
  return { _id: id, revision, owner, profile: contentOf(profile), ...neverPublished() };
}

export function contentOf(profile: Profile): Content {
  const { id: _, revision: __, owner: ___, ...content } = profile;
  return { ...content, createdAt: new Date(content.createdAt), updatedAt: new Date(content.updatedAt) };
}

/** Undefined for one that was erased. */
export function profileOf({ _id: id, revision, owner, profile }: ProfileDocument): Profile | undefined {
  if (owner === undefined || profile === undefined) return undefined;
  const { createdAt, updatedAt, ...content } = profile;
  return {
    id,
    revision,
    owner,
    ...content,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
