import type { MatchSubject } from '@jobwire/contracts';
import { trusted, type QueryFilter } from 'mongoose';
import type { ReadCandidates, ReadInbox } from '../../application/ports.js';
import { idsOfProfile, type ItemDocument } from './item.document.js';

type Filter = QueryFilter<ItemDocument>;

/** What a whole set does not confirm: shown, and of an older revision or a lower epoch. */
export function unconfirmedBy(subject: MatchSubject, partition: number, epoch: number): Filter {
  const lower = { epoch: trusted({ $lt: epoch }) };
  if (subject.kind === 'all') return { shown: true, partition, ...lower };
  const older = trusted({ $lt: subject.revision });
  if (subject.kind === 'vacancy')
    return {
      shown: true,
      vacancyId: subject.id,
      partition,
      $or: [{ vacancyRevision: older }, lower],
    };
  return {
    shown: true,
    _id: trusted(idsOfProfile(subject.id)),
    profileId: subject.id,
    partition,
    $or: [{ profileRevision: older }, lower],
  };
}

/** After an item in the order asked for; a place without an id is included. The first condition bounds the index. */
export function afterPlace(order: ReadInbox['order'], after: ReadInbox['after']): Filter {
  if (after === undefined) return {};
  const { position, id } = after;
  const [before, from] = order === 'newest' ? (['$lt', '$lte'] as const) : (['$gt', '$gte'] as const);
  const bound = { position: trusted({ [from]: position }) };
  if (id === undefined) return bound;
  return {
    ...bound,
    $or: [{ position: trusted({ [before]: position }) }, { alertId: trusted({ [before]: id }) }],
  };
}

/** By falling score, and by pseudonym those of one score. */
export function afterCandidate(after: ReadCandidates['after']): Filter {
  if (after === undefined) return {};
  const { score, pseudonym } = after;
  return {
    score: trusted({ $lte: score }),
    $or: [{ score: trusted({ $lt: score }) }, { pseudonym: trusted({ $gt: pseudonym }) }],
  };
}
