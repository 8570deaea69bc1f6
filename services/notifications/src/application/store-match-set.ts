import { Inject, Injectable } from '@nestjs/common';
import type { Match, MatchSet, MatchSubject } from '@jobwire/contracts';
import { CONTEXT, type ServiceContext } from '@jobwire/platform';
import { alertId, pseudonymOf } from '../domain/identities.js';
import type { VacancyCard } from '../domain/cards.js';
import { takeMatch, withdraw, type Item, type Parties, type Stamp } from '../domain/item.js';
import { INBOX, type Inbox, type Pair } from './ports.js';
import { WaitForCards, type KnownCards } from './wait-for-cards.js';

/** Puts one record of `matches.v1` into inboxes and lists. May see the same record again. */
@Injectable()
export class StoreMatchSet {
  constructor(
    @Inject(INBOX) private readonly inbox: Inbox,
    @Inject(WaitForCards) private readonly cards: WaitForCards,
    @Inject(CONTEXT) private readonly context: ServiceContext,
  ) {}

  /**
   * What the record confirms and, with the last of its set, what the set leaves out, in one change. Answers the cards it
   * knows of. `givenUp` ends the wait for them: the record is somebody else's then.
   */
  async store(set: MatchSet, stamp: Stamp, givenUp?: AbortSignal): Promise<ReadonlyMap<string, VacancyCard>> {
    const [known, left] = await Promise.all([
      this.cards.forMatches(set.matches, givenUp),
      set.last ? this.inbox.unconfirmed(set.subject, stamp.partition, stamp.epoch) : [],
    ]);
    await this.inbox.update(touchedBy(set.matches, left), ({ match, isLeft }, item) => {
      const taken = match && this.taken(match, item, known, stamp);
      return taken ?? (isLeft ? settled(item, set.subject, stamp) : undefined);
    });
    return known.cards;
  }

  private taken(match: Match, item: Item | undefined, known: KnownCards, stamp: Stamp): Item | undefined {
    const owner = known.people.get(match.profileId)?.owner;
    const employerId = known.cards.get(match.vacancyId)?.employerId;
    if (owner === undefined || employerId === undefined) return undefined;
    // The vacancy is gone: its last set withdraws the item, and the employer must hear of it under the old name.
    if (employerId === '') return undefined;
    if (item === undefined && !match.alert && !match.visible) return undefined;
    const id = alertId(match.profileId, match.vacancyId);
    return takeMatch(item, match, this.parties(owner, employerId, match), stamp, id);
  }

  private parties(owner: string, employerId: string, { profileId }: Pair): Parties {
    const { pseudonymSecret } = this.context.instance;
    return { owner, employerId, pseudonym: pseudonymOf(pseudonymSecret, employerId, profileId) };
  }
}

/** A pair that the record confirms, or that its set may leave out, or both: then the record's word comes first. */
interface Touched extends Pair {
  readonly match?: Match;
  readonly isLeft: boolean;
}

function touchedBy(matches: readonly Match[], left: readonly Pair[]): Touched[] {
  const isLeft = new Set(left.map(nameOf));
  const confirmed = new Set(matches.map(nameOf));
  return [
    ...matches.map((match) => ({ ...pairOf(match), match, isLeft: isLeft.has(nameOf(match)) })),
    ...left.filter((pair) => !confirmed.has(nameOf(pair))).map((pair) => ({ ...pairOf(pair), isLeft: true })),
  ];
}

const nameOf = ({ profileId, vacancyId }: Pair): string => `${profileId}/${vacancyId}`;
const pairOf = ({ profileId, vacancyId }: Pair): Pair => ({ profileId, vacancyId });

/** The set was the whole truth: what it did not confirm does not hold any more. A newer record may have come since. */
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
