import type { VacancyState } from '@jobwire/contracts';
import type { PendingState } from '@jobwire/messaging';
import { Publication, makeNothing, writeEach, type MongoDatabase, type Reading } from '@jobwire/mongo';
import { Types, trusted, type Model, type QueryFilter } from 'mongoose';
import type { Inserted, ListVacancies, Vacancies } from '../../application/ports.js';
import { stateOf } from '../../domain/public-state.js';
import type { Vacancy } from '../../domain/vacancy.js';
import { orphansFirst } from './orphans.js';
import {
  contentOf,
  newDocumentOf,
  vacancyOf,
  vacancySchema,
  type VacancyDocument,
} from './vacancy.document.js';

type Filter = QueryFilter<VacancyDocument>;

const NEWEST_FIRST = { 'vacancy.postedAt': -1, _id: -1 } as const;

export class MongoVacancies implements Vacancies {
  private readonly vacancies: Model<VacancyDocument>;
  private readonly publication: Publication<VacancyDocument>;

  constructor(private readonly db: MongoDatabase) {
    this.vacancies = db.collection('vacancies', vacancySchema);
    this.publication = new Publication(this.vacancies);
  }

  /** The unique keys decide; who is refused is told who was there. */
  async insert(vacancies: readonly Vacancy[]): Promise<Inserted[]> {
    const writes = vacancies.map((vacancy) => ({ insertOne: { document: newDocumentOf(vacancy) } }));
    const refused = await this.db.run(() => writeEach(this.vacancies, writes));
    const holders = await Promise.all(refused.map((at) => this.holderOf(vacancies[at])));
    const taken = new Map(refused.map((at, index) => [at, holders[index]]));
    return Promise.all(
      vacancies.map(async (vacancy, at): Promise<Inserted> => {
        if (!taken.has(at)) return { inserted: true };
        const holder = taken.get(at);
        return holder === undefined ? this.insertAgain(vacancy) : { inserted: false, taken: holder };
      }),
    );
  }

  /**
   * Each stands only on the revision before; a reference that somebody else has is refused by its unique key. Several of
   * one vacancy go one after the other, for a bulk write keeps no order.
   */
  async replace(vacancies: readonly Vacancy[]): Promise<boolean[]> {
    const stood: boolean[] = [];
    const ofEach = [...Map.groupBy(vacancies.entries(), ([, { id }]) => id).values()];
    for (let round = 0; ; round++) {
      const turn = ofEach.flatMap((revisions) => revisions.slice(round, round + 1));
      if (turn.length === 0) return stood;
      const writes = turn.map(([, vacancy]) => replacementBy(vacancy));
      const refused = new Set(await this.db.run(() => writeEach(this.vacancies, writes)));
      for (const [index, [at]] of turn.entries()) stood[at] = !refused.has(index);
    }
  }

  async get(id: string): Promise<Vacancy | undefined> {
    return (await this.many({ _id: id }, { limit: 1 }))[0];
  }

  async ofSource(source: string, sourceIds: readonly string[]): Promise<Map<string, Vacancy>> {
    if (sourceIds.length === 0) return new Map();
    const found = await this.many({
      'vacancy.source.name': source,
      'vacancy.source.id': trusted({ $in: sourceIds }),
    });
    return new Map(found.map((vacancy) => [vacancy.source?.id ?? '', vacancy]));
  }

  /** Of several the oldest comes last and stays. */
  async originals(fingerprints: readonly string[]): Promise<Map<string, Vacancy>> {
    if (fingerprints.length === 0) return new Map();
    const said = { 'vacancy.isPublic': true, 'vacancy.fingerprint': trusted({ $in: fingerprints }) };
    const found = await this.many(said, { sort: NEWEST_FIRST });
    return new Map(found.map((vacancy) => [vacancy.fingerprint, vacancy]));
  }

  async orphans(limit: number): Promise<Vacancy[]> {
    const stages = orphansFirst(limit);
    const found = await this.db.run(() => this.vacancies.aggregate<{ _id: string }>(stages));
    if (found.length === 0) return [];
    const among = { _id: trusted({ $in: found.map(({ _id }) => _id) }) };
    const stillOpen: Filter = { ...among, 'vacancy.status': 'open', 'vacancy.isPublic': false };
    return this.many(stillOpen, { sort: { 'vacancy.postedAt': 1, _id: 1 } });
  }

  async list({ employerId, status, externalReference, after, limit }: ListVacancies): Promise<Vacancy[]> {
    const filter: Filter = employerId === undefined ? { 'vacancy.isPublic': true } : ofEmployer(employerId);
    if (status !== undefined && employerId !== undefined) filter['vacancy.status'] = status;
    if (externalReference !== undefined) filter['vacancy.posting.externalReference'] = externalReference;
    if (after !== undefined) Object.assign(filter, olderThan(new Date(after.postedAt), after.id));
    return this.many(filter, { sort: NEWEST_FIRST, limit });
  }

  async due(now: Date, limit: number): Promise<Vacancy[]> {
    const filter: Filter = { 'vacancy.status': 'open', 'vacancy.closesAt': trusted({ $lte: now }) };
    return this.many(filter, { sort: { 'vacancy.closesAt': 1 }, limit });
  }

  async forgetEnded(before: Date, limit: number): Promise<string[]> {
    const ended = { 'vacancy.endedAt': trusted({ $lt: before }) };
    const found = await this.db.run(() => this.vacancies.find(ended, { _id: 1 }).limit(limit).lean());
    const ids = found.map(({ _id }) => _id);
    if (ids.length === 0) return [];
    const update = {
      $unset: { vacancy: 1 },
      $inc: { revision: 1 },
      $set: { gone: true, unpublished: new Types.ObjectId() },
    } as const;
    await this.db.run(() => this.vacancies.updateMany({ ...ended, _id: trusted({ $in: ids }) }, update));
    return ids;
  }

  async unpublished(limit: number): Promise<PendingState<VacancyState>[]> {
    return (await this.db.run(() => this.publication.unpublished(limit))).map(pendingOf);
  }

  async pending(key: string): Promise<PendingState<VacancyState> | undefined> {
    const found = await this.db.run(() => this.publication.document(key));
    return found && pendingOf(found);
  }

  confirm(readings: readonly Reading[]) {
    return this.db.run(() => this.publication.confirm(readings));
  }

  forgetLog(): Promise<void> {
    return this.publication.forgetLog();
  }

  /** Who was in the way has been forgotten in the meantime. */
  private async insertAgain(vacancy: Vacancy): Promise<Inserted> {
    await this.db.run(() => this.vacancies.insertOne(newDocumentOf(vacancy)));
    return { inserted: true };
  }

  private async holderOf(vacancy: Vacancy | undefined): Promise<Vacancy | undefined> {
    if (vacancy === undefined) return undefined;
    const { id, employer, posting, source } = vacancy;
    const holders: Filter[] = [{ _id: id }];
    if (posting.externalReference !== undefined)
      holders.push({
        ...ofEmployer(employer.id),
        'vacancy.posting.externalReference': posting.externalReference,
      });
    if (source !== undefined)
      holders.push({ 'vacancy.source.name': source.name, 'vacancy.source.id': source.id });
    return (await this.many({ $or: holders }, { limit: 1 }))[0];
  }

  private async many(filter: Filter, options: { sort?: object; limit?: number } = {}): Promise<Vacancy[]> {
    const query = (): PromiseLike<VacancyDocument[]> =>
      this.vacancies.find(filter, undefined, options).lean<VacancyDocument[]>();
    return (await this.db.run(query)).flatMap((document) => vacancyOf(document) ?? []);
  }
}

/** Refused where the revision before is not there, or not any more. */
function replacementBy(vacancy: Vacancy) {
  const { id, revision } = vacancy;
  const fields = { revision, vacancy: contentOf(vacancy), unpublished: new Types.ObjectId() };
  const filter: Filter = { _id: id, revision: revision - 1, gone: trusted({ $exists: false }) };
  return { updateOne: { filter, update: { $set: fields, ...makeNothing }, upsert: true } };
}

const ofEmployer = (id: string): Filter => ({ 'vacancy.employer.id': id });

/** In the order of a list; the first condition lets its index begin at the right place. */
function olderThan(postedAt: Date, id: string): Filter {
  return {
    'vacancy.postedAt': trusted({ $lte: postedAt }),
    $or: [{ 'vacancy.postedAt': trusted({ $lt: postedAt }) }, { _id: trusted({ $lt: id }) }],
  };
}

function pendingOf(document: VacancyDocument): PendingState<VacancyState> {
  const vacancy = vacancyOf(document);
  return {
    key: document._id,
    revision: document.revision,
    data: vacancy === undefined ? null : stateOf(vacancy),
  };
}
