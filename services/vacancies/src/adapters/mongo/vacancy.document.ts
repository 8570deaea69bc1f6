import { neverPublished, publicationFields, publicationIndex, type Published } from '@jobwire/mongo';
import { Schema } from 'mongoose';
import type { Vacancy } from '../../domain/vacancy.js';

const { Mixed } = Schema.Types;

interface Content extends Omit<Vacancy, 'id' | 'revision' | 'postedAt' | 'updatedAt' | 'endedAt'> {
  readonly postedAt: Date;
  readonly updatedAt: Date;
  readonly endedAt?: Date;
  /** As the posting says, to be looked up. */
  readonly closesAt?: Date;
  /** Open and no duplicate. */
  readonly isPublic: boolean;
}

/** A vacancy that was forgotten keeps its id and revision until its tombstone is out. */
export interface VacancyDocument extends Published {
  vacancy?: Content;
}

const contentSchema = new Schema<Content>(
  {
    status: String,
    employer: Mixed,
    posting: Mixed,
    understood: Mixed,
    fingerprint: String,
    duplicateOf: String,
    source: Mixed,
    sourceHash: String,
    postedAt: Date,
    updatedAt: Date,
    endedAt: Date,
    closesAt: Date,
    isPublic: Boolean,
  },
  { _id: false, minimize: false, strict: 'throw' },
);

export const vacancySchema = new Schema<VacancyDocument>(
  { ...publicationFields, vacancy: contentSchema },
  { versionKey: false, minimize: false, strict: 'throw' },
);
const index = vacancySchema.index.bind(vacancySchema);
const isOpen = { 'vacancy.status': 'open' };
const isPublic = { 'vacancy.isPublic': true };
const has = (field: string) => ({ [field]: { $exists: true } });

index(...publicationIndex);
index(
  { 'vacancy.employer.id': 1, 'vacancy.posting.externalReference': 1 },
  { unique: true, partialFilterExpression: has('vacancy.posting.externalReference') },
);
index(
  { 'vacancy.source.name': 1, 'vacancy.source.id': 1 },
  { unique: true, partialFilterExpression: has('vacancy.source.id') },
);
index({ 'vacancy.fingerprint': 1 }, { partialFilterExpression: isPublic });
index({ 'vacancy.postedAt': -1, _id: -1 }, { name: 'public', partialFilterExpression: isPublic });
index({ 'vacancy.employer.id': 1, 'vacancy.postedAt': -1, _id: -1 });
index(
  { 'vacancy.postedAt': 1, _id: 1 },
  { name: 'duplicates', partialFilterExpression: { ...isOpen, ...has('vacancy.duplicateOf') } },
);
index({ 'vacancy.closesAt': 1 }, { partialFilterExpression: { ...isOpen, ...has('vacancy.closesAt') } });
index({ 'vacancy.endedAt': 1 }, { partialFilterExpression: has('vacancy.endedAt') });

export function newDocumentOf(vacancy: Vacancy): VacancyDocument {
  const { id, revision } = vacancy;
  return { _id: id, revision, vacancy: contentOf(vacancy), ...neverPublished() };
}

export function contentOf(vacancy: Vacancy): Content {
  const { id: _, revision: __, postedAt, updatedAt, endedAt, ...content } = vacancy;
  const { closesAt } = vacancy.posting;
  return {
    ...content,
    postedAt: new Date(postedAt),
    updatedAt: new Date(updatedAt),
    ...(endedAt === undefined ? {} : { endedAt: new Date(endedAt) }),
    ...(closesAt === undefined ? {} : { closesAt: new Date(closesAt) }),
    isPublic: vacancy.status === 'open' && vacancy.duplicateOf === undefined,
  };
}

/** Undefined for one that was forgotten. */
export function vacancyOf({ _id: id, revision, vacancy }: VacancyDocument): Vacancy | undefined {
  if (vacancy === undefined) return undefined;
  const { postedAt, updatedAt, endedAt, closesAt: _, isPublic: __, ...content } = vacancy;
  return {
    id,
    revision,
    ...content,
    postedAt: postedAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    ...(endedAt === undefined ? {} : { endedAt: endedAt.toISOString() }),
  };
}
