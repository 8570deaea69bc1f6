import type { MatchSubject } from '@jobwire/contracts';
import { Joined, makeNothing, together, type MongoDatabase } from '@jobwire/mongo';
import { trusted, type Model, type QueryFilter } from 'mongoose';
import type { Inbox, Pair, ReadCandidates, ReadInbox } from '../../application/ports.js';
import type { Item } from '../../domain/item.js';
import { forgetLog } from './forget-log.js';
import { fieldsOf, idsOfProfile, itemIdOf, itemOf, itemSchema, type ItemDocument } from './item.document.js';
import { afterCandidate, afterPlace, unconfirmedBy } from './item-filters.js';

type Filter = QueryFilter<ItemDocument>;
type Decide<P extends Pair> = (pair: P, item: Item | undefined) => Item | undefined;

/** A record of `matches.v1`. */
interface Place {
  readonly partition: number;
  readonly offset: number;
}

interface WholeSet {
  readonly subject: MatchSubject;
  readonly partition: number;
  readonly epoch: number;
}

/** A record of `matches.v1` holds fewer; what a long absence left to withdraw may be any number. */
const AT_ONCE = 1000;

export class MongoInbox implements Inbox {
  private readonly items: Model<ItemDocument>;
  private readonly joined: Joined<ItemDocument>;
  private readonly leftOver = together((sets: readonly WholeSet[]) => this.leftOverBy(sets));
  private readonly changedBy = together((records: readonly Place[]) => this.changedByAll(records));

  constructor(private readonly db: MongoDatabase) {
    this.items = db.collection('items', itemSchema);
    this.joined = new Joined(this.items);
  }

  async update<P extends Pair>(pairs: readonly P[], decide: Decide<P>): Promise<void> {
    for (let at = 0; at < pairs.length; at += AT_ONCE) {
      let left: readonly P[] = pairs.slice(at, at + AT_ONCE);
      while (left.length > 0) left = await this.attempt(left, decide);
    }
  }

  async unconfirmed(subject: MatchSubject, partition: number, epoch: number): Promise<Pair[]> {
    return this.leftOver({ subject, partition, epoch });
  }

  async changedAt(partition: number, offset: number): Promise<Item[]> {
    return this.changedBy({ partition, offset });
  }

  async read({ owner, order, after, state, limit }: ReadInbox): Promise<Item[]> {
    const direction = order === 'newest' ? -1 : 1;
    const filter: Filter = { ...inInboxOf(owner), ...afterPlace(order, after) };
    if (state !== undefined) filter.inbox = state;
    return this.many(filter, { sort: { position: direction, alertId: direction }, limit });
  }

  async candidates({ vacancyId, after, limit }: ReadCandidates): Promise<Item[]> {
    const filter: Filter = { vacancyId, listed: true, ...afterCandidate(after) };
    return this.many(filter, { sort: { score: -1, pseudonym: 1 }, limit });
  }

  async one(owner: string, id: string): Promise<Item | undefined> {
    return (await this.many({ ...inInboxOf(owner), alertId: id }, { limit: 1 }))[0];
  }

  async unread(owner: string): Promise<number> {
    const unread: Filter = {
      ...inInboxOf(owner),
      seen: false,
      inbox: trusted({ $in: ['found', 'changed'] }),
    };
    return this.db.run(() => this.items.countDocuments(unread));
  }

  async newest(owner: string): Promise<number> {
    const [newest] = await this.many(inInboxOf(owner), { sort: { position: -1 }, limit: 1 });
    return newest?.position ?? 0;
  }

  /** Also what is dismissed in this moment: the two marks do not know of each other. */
  async see(owner: string, id: string): Promise<void> {
    await this.mark({ owner, inInbox: true, alertId: id }, { seen: true });
  }

  async seeAll(owner: string): Promise<void> {
    await this.mark({ ...inInboxOf(owner), seen: false }, { seen: true });
  }

  async dismiss(owner: string, id: string): Promise<void> {
    await this.mark({ ...inInboxOf(owner), alertId: id }, { dismissed: true });
  }

  async forget(profileId: string): Promise<void> {
    const filter = { _id: trusted(idsOfProfile(profileId)), profileId };
    await this.db.run(() => this.items.deleteMany(filter));
  }

  async removeWithdrawn(before: Date): Promise<void> {
    const filter = { shown: false, dismissed: false, at: trusted({ $lt: before }) };
    await this.db.run(() => this.items.deleteMany(filter));
  }

  forgetLog(logId: string): Promise<void> {
    return forgetLog(this.items, logId);
  }

  /**
   * Decides on each item as it is stored and writes on the condition that it is that still. Answers the pairs that
   * somebody else wrote in between: they are decided anew. Of all who contend for an item one gets through each time.
   */
  private async attempt<P extends Pair>(pairs: readonly P[], decide: Decide<P>): Promise<P[]> {
    const stored = await this.db.run(() => this.joined.byId(pairs.map(itemIdOf)));
    const decisions = pairs.flatMap((pair) => {
      const before = stored.get(itemIdOf(pair));
      const item = decide(pair, before && itemOf(before));
      return item === undefined ? [] : [{ pair, write: this.writeOf(item, before?.version ?? 0) }];
    });
    const writes = decisions.map(({ write }) => write);
    const refused = await this.db.run(() => this.joined.write(writes));
    return refused.flatMap((at) => decisions[at]?.pair ?? []);
  }

  /**
   * Version 0 is nowhere: the item is made, or refused because it is there by now. Any other is changed, or refused
   * because it is another by now or gone: nobody who was forgotten comes back.
   */
  private writeOf(item: Item, version: number) {
    const fields = { $set: { ...fieldsOf(item, this.db.logId), version: version + 1 } };
    const update = version === 0 ? fields : { ...fields, ...makeNothing };
    return { updateOne: { filter: { _id: itemIdOf(item), version }, update, upsert: true } };
  }

  /** One question with a condition for each; what it finds of a set's partition and subject is that set's. */
  private async leftOverBy(sets: readonly WholeSet[]): Promise<Pair[][]> {
    const filter = {
      $or: sets.map(({ subject, partition, epoch }) => unconfirmedBy(subject, partition, epoch)),
    };
    const fields = { _id: 0, profileId: 1, vacancyId: 1, partition: 1 };
    const found = await this.db.run(() =>
      this.items.find(filter, fields).lean<(Pair & Pick<Place, 'partition'>)[]>(),
    );
    return sets.map(({ subject, partition }) =>
      found.filter((pair) => pair.partition === partition && isOf(pair, subject)),
    );
  }

  /** The two positions are asked for apart: with both in one question MongoDB reads the whole collection. */
  private async changedByAll(records: readonly Place[]): Promise<Item[][]> {
    const at = (position: 'position' | 'listPosition'): Filter => ({
      $or: records.map(({ partition, offset }) => ({ partition, [position]: offset })),
    });
    const listed = { list: trusted({ $ne: 'none' as const }) };
    const both = await Promise.all([
      this.many(at('position')),
      this.many({ ...at('listPosition'), ...listed }),
    ]);
    const all = [...new Map(both.flat().map((item) => [itemIdOf(item), item])).values()];
    return records.map((record) => all.filter((item) => changedIn(item, record)));
  }

  /** A mark is a write like any other: a decision that did not see it is made anew. */
  private async mark(filter: Filter, fields: Partial<ItemDocument>): Promise<void> {
    await this.db.run(() => this.items.updateMany(filter, { $set: fields, $inc: { version: 1 } }));
  }

  private async many(filter: Filter, options: { sort?: object; limit?: number } = {}): Promise<Item[]> {
    const query = (): PromiseLike<ItemDocument[]> =>
      this.items.find(filter, undefined, options).lean<ItemDocument[]>();
    return (await this.db.run(query)).map(itemOf);
  }
}

/** Looked at again when it is written: too many do no harm. */
function isOf({ profileId, vacancyId }: Pair, subject: MatchSubject): boolean {
  if (subject.kind === 'all') return true;
  return (subject.kind === 'vacancy' ? vacancyId : profileId) === subject.id;
}

function changedIn(item: Item, { partition, offset }: Place): boolean {
  if (item.partition !== partition) return false;
  return item.position === offset || (item.listPosition === offset && item.list !== 'none');
}

const inInboxOf = (owner: string): Filter => ({ owner, inInbox: true, dismissed: false });
