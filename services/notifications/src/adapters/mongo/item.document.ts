import { Schema } from 'mongoose';
import type { Pair } from '../../application/ports.js';
import { isShown, isWithdrawn, type Item } from '../../domain/item.js';

const { Mixed } = Schema.Types;

/** One pair of profile and vacancy. Positions and offsets are those of its partition of `matches.v1`. */
export interface ItemDocument extends Omit<Item, 'id' | 'at'> {
  readonly _id: string;
  /** Counts writes; each write names the one before, so that none is made on what has changed since. */
  readonly version: number;
  /** The event log that positions and offsets are of. */
  readonly logId: string;
  readonly alertId: string;
  readonly at: Date;
  /** What the partial indexes hold: in the inbox, dismissed or not; in the list of candidates; shown in either. */
  readonly inInbox: boolean;
  readonly listed: boolean;
  readonly shown: boolean;
}

export const itemSchema = new Schema<ItemDocument>(
  {
    _id: { type: String, required: true },
    version: Number,
    logId: String,
    alertId: String,
    profileId: String,
    vacancyId: String,
    owner: String,
    employerId: String,
    pseudonym: String,
    partition: Number,
    offset: Number,
    epoch: Number,
    profileRevision: Number,
    vacancyRevision: Number,
    position: Number,
    inbox: String,
    listPosition: Number,
    list: String,
    score: Number,
    reasons: Mixed,
    personScore: Number,
    personReasons: Mixed,
    seen: Boolean,
    dismissed: Boolean,
    at: Date,
    inInbox: Boolean,
    listed: Boolean,
    shown: Boolean,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
);
const index = itemSchema.index.bind(itemSchema);

// What is of a profile is found by `_id`, which begins with it; an alert by its owner's part of the inbox index.
index({ owner: 1, position: 1, alertId: 1, dismissed: 1 }, { partialFilterExpression: { inInbox: true } });
index({ vacancyId: 1, score: -1, pseudonym: 1 }, { partialFilterExpression: { listed: true } });
index({ partition: 1, position: 1 }, { partialFilterExpression: { position: { $gte: 0 } } });
index({ partition: 1, listPosition: 1 }, { partialFilterExpression: { listPosition: { $gte: 0 } } });
index({ vacancyId: 1, partition: 1 }, { partialFilterExpression: { shown: true } });
index({ partition: 1, epoch: 1 }, { partialFilterExpression: { shown: true } });
index({ at: 1 }, { partialFilterExpression: { shown: false } });

export function itemIdOf({ profileId, vacancyId }: Pair): string {
  return `${profileId}/${vacancyId}`;
}

/** The range of ids of a profile's items: `0` comes right after `/`. */
export function idsOfProfile(profileId: string): { $gt: string; $lt: string } {
  return { $gt: `${profileId}/`, $lt: `${profileId}0` };
}

/** All but the id and the version, which belong to the write. */
export function fieldsOf(
  { id: alertId, at, ...item }: Item,
  logId: string,
): Omit<ItemDocument, '_id' | 'version'> {
  return {
    ...item,
    logId,
    alertId,
    at: new Date(at),
    inInbox: item.inbox !== 'none',
    listed: isShown(item.list),
    shown: !isWithdrawn(item),
  };
}

export function itemOf(document: ItemDocument): Item {
  const {
    _id: _,
    version: _version,
    logId: _log,
    inInbox: _inbox,
    listed: _listed,
    shown: _shown,
    alertId: id,
    at,
    ...item
  } = document;
  return { ...item, id, at: at.toISOString() };
}
