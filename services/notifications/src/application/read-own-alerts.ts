import { Inject, Injectable } from '@nestjs/common';
import type { Alert, AlertState } from '@jobwire/contracts';
import { alertOf } from '../domain/in-words.js';
import type { Item } from '../domain/item.js';
import { alertNotFound } from '../domain/notifications.errors.js';
import {
  CARDS,
  INBOX,
  LABELS,
  type Cards,
  type Inbox,
  type InboxPlace,
  type Labels,
  type ReadInbox,
} from './ports.js';

@Injectable()
export class ReadOwnAlerts {
  constructor(
    @Inject(INBOX) private readonly inbox: Inbox,
    @Inject(CARDS) private readonly cards: Cards,
    @Inject(LABELS) private readonly labels: Labels,
  ) {}

  /** One more than asked for is read, to know whether there is a next page. */
  async page(
    query: ReadInbox & { readonly state?: AlertState | undefined },
  ): Promise<{ items: Alert[]; next: InboxPlace | undefined; unread: number }> {
    const found = await this.inbox.read({ ...query, limit: query.limit + 1 });
    const items = await this.inWords(found.slice(0, query.limit));
    const unread = await this.inbox.unread(query.owner);
    return { items, next: found.length > query.limit ? items.at(-1) : undefined, unread };
  }

  async one(owner: string, id: string): Promise<Alert> {
    const item = await this.inbox.one(owner, id);
    if (item === undefined) throw alertNotFound();
    const [alert] = await this.inWords([item]);
    if (alert === undefined) throw alertNotFound();
    return alert;
  }

  async inWords(items: readonly Item[]): Promise<Alert[]> {
    const cards = await this.cards.of([...new Set(items.map((item) => item.vacancyId))]);
    return items.map((item) => alertOf(item, cards.get(item.vacancyId), this.labels));
  }
}
