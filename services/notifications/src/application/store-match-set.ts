import { Inject, Injectable } from '@nestjs/common';
import type { Match, MatchSet, MatchSubject } from '@jobwire/contracts';
import { CONTEXT, type ServiceContext } from '@jobwire/platform';
import { alertId, pseudonymOf } from '../domain/identities.js';
import { takeMatch, withdraw, type Item, type Parties, type Stamp } from '../domain/item.js';
import { INBOX, type Inbox, type Pair } from './ports.js';
import { WaitForCards } from './wait-for-cards.js';

/** Puts one record of `matches.v1` into inboxes and lists. May see the same record again. */
@Injectable()
export class StoreMatchSet {
  constructor(
    @Inject(INBOX) private readonly inbox: Inbox,
    @Inject(WaitForCards) private readonly cards: WaitForCards,
    @Inject(CONTEXT) private readonly context: ServiceContext,
  ) {}

  /** `givenUp` ends the wait for cards: the record is somebody else's then. */
  async store(set: MatchSet, stamp: Stamp, givenUp?: AbortSignal): Promise<void> {
    await this.upsert(set.matches, stamp, givenUp);
    if (set.last) await this.settle(set.subject, stamp);
  }

  private async upsert(matches: readonly Match[], stamp: Stamp, givenUp?: AbortSignal): Promise<void> {
    if (matches.length === 0) return;
    const { cards, people } = await this.cards.forMatches(matches, givenUp);
    const living = matches.filter((match) => people.has(match.profileId));
    await this.inbox.update(living, (match, item) => {
      const owner = people.get(match.profileId)?.owner;
      const employerId = cards.get(match.vacancyId)?.employerId;
      if (owner === undefined || employerId === undefined) return undefined;
      // The vacancy is gone: its last set withdraws the item, and the employer must hear of it under the old name.
      if (employerId === '') return undefined;
      if (item === undefined && !match.alert && !match.visible) return undefined;
      const id = alertId(match.profileId, match.vacancyId);
      return takeMatch(item, match, this.parties(owner, employerId, match), stamp, id);
    });
  }

  private parties(owner: string, employerId: string, { profileId }: Pair): Parties {
    const { pseudonymSecret } = this.context.instance;
    return { owner, employerId, pseudonym: pseudonymOf(pseudonymSecret, employerId, profileId) };
  }

  /** The set was the whole truth: what it did not confirm does not hold any more. */
  private async settle(subject: MatchSubject, stamp: Stamp): Promise<void> {
    const left = await this.inbox.unconfirmed(subject, stamp.partition, stamp.epoch);
    await this.inbox.update(left, (_, item) => settled(item, subject, stamp));
  }
}

/** Looked at again in the moment of the write: a newer record may have come in between. */
function settled(item: Item | undefined, subject: MatchSubject, stamp: Stamp): Item | undefined {
  if (item === undefined) return undefined;
  if (item.epoch < stamp.epoch) return withdraw(item, revisionsOf(subject), stamp);
  if (subject.kind === 'vacancy' && item.vacancyRevision < subject.revision)
    return withdraw(item, revisionsOf(subject), stamp);
  if (subject.kind === 'profile' && item.profileRevision < subject.revision)
    return withdraw(item, revisionsOf(subject), stamp);
  return undefined;
}

function revisionsOf(subject: MatchSubject): { profile?: number; vacancy?: number } {
  if (subject.kind === 'all') return {};
  return subject.kind === 'vacancy' ? { vacancy: subject.revision } : { profile: subject.revision };
}
