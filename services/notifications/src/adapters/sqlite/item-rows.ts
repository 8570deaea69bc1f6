import { isWithdrawn, type Item } from '../../domain/item.js';

export const ITEM_COLUMNS = [
  'profile_id',
  'vacancy_id',
  'id',
  'owner',
  'partition',
  'epoch',
  'profile_revision',
  'vacancy_revision',
  'position',
  'list_position',
  'inbox',
  'list',
  'shown',
  'score',
  'pseudonym',
  'seen',
  'dismissed',
  'at',
  'doc',
] as const;

/** In the order of ITEM_COLUMNS. */
export function rowOf(item: Item): (string | number)[] {
  return [
    item.profileId,
    item.vacancyId,
    item.id,
    item.owner,
    item.partition,
    item.epoch,
    item.profileRevision,
    item.vacancyRevision,
    item.position,
    item.listPosition,
    item.inbox,
    item.list,
    isWithdrawn(item) ? 0 : 1,
    item.score,
    item.pseudonym,
    item.seen ? 1 : 0,
    item.dismissed ? 1 : 0,
    item.at,
    JSON.stringify(item),
  ];
}

export function itemOf(row: { doc: string }): Item {
  return JSON.parse(row.doc) as Item;
}
