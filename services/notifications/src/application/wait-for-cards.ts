import { Inject, Injectable } from '@nestjs/common';
import type { Match } from '@jobwire/contracts';
import { UnavailableError } from '@jobwire/kernel';
import { setTimeout as pause } from 'node:timers/promises';
import type { Person, VacancyCard } from '../domain/cards.js';
import { CARDS, PEOPLE, type Cards, type People } from './ports.js';

/** Cards are read from the same log as matching read, so they are milliseconds away; after this the record is retried. */
const PATIENCE_MS = 3000;
const FIRST_PAUSE_MS = 1;
const LONGEST_PAUSE_MS = 50;

/** Of the matches asked for. */
export interface KnownCards {
  readonly cards: ReadonlyMap<string, VacancyCard>;
  readonly people: ReadonlyMap<string, Person>;
}

/** A match has ids; its words and its owner come from cards that this service reads for itself, perhaps a little later. */
@Injectable()
export class WaitForCards {
  constructor(
    @Inject(CARDS) private readonly cards: Cards,
    @Inject(PEOPLE) private readonly people: People,
  ) {}

  /**
   * The cards of all vacancies, no older than the matches, and the people of all profiles but the erased.
   * @throws UnavailableError when they do not come in time: the record is then tried again; AbortError when given up,
   * for the group deals nothing out anew, not even the cards, while a batch is in hand
   */
  async forMatches(matches: readonly Match[], givenUp?: AbortSignal): Promise<KnownCards> {
    const deadline = performance.now() + PATIENCE_MS;
    for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
      const [cards, people] = await Promise.all([
        this.cards.of(unique(matches, 'vacancyId')),
        this.people.of(unique(matches, 'profileId')),
      ]);
      const young = matches.some(
        (match) => (cards.get(match.vacancyId)?.revision ?? 0) < match.vacancyRevision,
      );
      if (!young && !(await this.someMissing(matches, people))) return { cards, people };
      if (performance.now() > deadline) throw new UnavailableError('The cards of a match are not here yet.');
      await pause(wait, undefined, givenUp && { signal: givenUp });
    }
  }

  private async someMissing(
    matches: readonly Match[],
    people: ReadonlyMap<string, Person>,
  ): Promise<boolean> {
    const missing = unique(matches, 'profileId').filter((id) => !people.has(id));
    if (missing.length === 0) return false;
    return (await this.people.erased(missing)).size < missing.length;
  }
}

function unique(matches: readonly Match[], side: 'profileId' | 'vacancyId'): string[] {
  return [...new Set(matches.map((match) => match[side]))];
}
