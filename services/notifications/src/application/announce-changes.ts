import { Inject, Injectable } from '@nestjs/common';
import type { AlertChanged, AlertState, CandidateHint } from '@jobwire/contracts';
import type { Journey } from '@jobwire/messaging';
import type { VacancyCard } from '../domain/cards.js';
import { alertOf, candidateOf } from '../domain/in-words.js';
import type { Item } from '../domain/item.js';
import {
  CARDS,
  CHANGES,
  INBOX,
  LABELS,
  type AddressedChange,
  type Cards,
  type Changes,
  type Inbox,
  type Labels,
} from './ports.js';

/** About 500 KB of JSON; a log takes records of 1 MB. */
const ALERTS_PER_RECORD = 200;

/** A record of `matches.v1` that is in the inboxes. */
export interface Stored {
  readonly offset: number;
  readonly journey?: Journey | undefined;
  /** Those that were read when it was stored. */
  readonly cards?: ReadonlyMap<string, VacancyCard>;
}

/** Tells every replica what records changed, once they are stored. Telling it twice is harmless, not telling it is not. */
@Injectable()
export class AnnounceChanges {
  constructor(
    @Inject(INBOX) private readonly inbox: Inbox,
    @Inject(CARDS) private readonly cards: Cards,
    @Inject(CHANGES) private readonly changes: Changes,
    @Inject(LABELS) private readonly labels: Labels,
  ) {}

  async announce(partition: number, stored: readonly Stored[]): Promise<void> {
    const changes = (await Promise.all(stored.map((record) => this.changesOf(partition, record)))).flat();
    if (changes.length > 0) await this.changes.publish(changes);
  }

  private async changesOf(
    partition: number,
    { offset, journey, cards: known = new Map() }: Stored,
  ): Promise<AddressedChange[]> {
    const items = await this.inbox.changedAt(partition, offset);
    const unknown = new Set(items.map((item) => item.vacancyId).filter((id) => !known.has(id)));
    const cards = new Map([...known, ...(await this.cards.of([...unknown]))]);
    return [...Map.groupBy(items, (item) => item.profileId).values()]
      .flatMap((own) => pieces(own))
      .map((own) => ({ partition, journey, change: this.changeOf(own, offset, cards) }));
  }

  private changeOf(
    own: readonly Item[],
    offset: number,
    cards: ReadonlyMap<string, VacancyCard>,
  ): AlertChanged {
    const [first] = own;
    return {
      profileId: first?.profileId ?? '',
      owner: first?.owner ?? '',
      position: offset,
      alerts: own
        .filter((item) => item.position === offset && !item.dismissed)
        .map((item) => alertOf(item, cards.get(item.vacancyId), this.labels)),
      candidates: own.flatMap((item) => this.hintOf(item, offset)),
    };
  }

  private hintOf(item: Item, offset: number): CandidateHint[] {
    if (item.listPosition !== offset || item.list === 'none') return [];
    const state: AlertState = item.list;
    const { employerId, vacancyId } = item;
    return [{ employerId, vacancyId, state, candidate: candidateOf(item, this.labels) }];
  }
}

function pieces(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / ALERTS_PER_RECORD) }, (_, n) =>
    items.slice(n * ALERTS_PER_RECORD, (n + 1) * ALERTS_PER_RECORD),
  );
}
