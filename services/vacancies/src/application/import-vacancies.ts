import { Inject, Injectable } from '@nestjs/common';
import { BatchItem, type BatchResult } from '@jobwire/contracts';
import { mintUuid, type Clock } from '@jobwire/kernel';
import type { StateRelay } from '@jobwire/messaging';
import { CLOCK, faultsOf, type Caller } from '@jobwire/platform';
import { postingOf, type Origin } from '../domain/draft-vacancy.js';
import { withPlaceInText } from '../domain/filled-from-text.js';
import { hashOf } from '../domain/fingerprint.js';
import {
  decideChanged,
  decideNew,
  decideSame,
  refuseForeign,
  staysAsItIs,
  type ImportDecision,
} from '../domain/import-decision.js';
import { itemEmployer } from '../domain/item-employer.js';
import { daysSince, moveDates } from '../domain/replay.js';
import type { Understanding } from '../domain/understand.js';
import type { Vacancy } from '../domain/vacancy.js';
import { RACED, answering, rejected, resultOf } from './import-results.js';
import {
  DRAFTING,
  EMPLOYERS,
  RELAY,
  REPLAYS,
  UNDERSTANDING,
  VACANCIES,
  type Drafting,
  type Employers,
  type Replays,
  type Vacancies,
} from './ports.js';

/** A batch that loses a race against another writer is decided again, this often at most. */
const TRIES = 5;

/** What all items of a batch share. */
interface Batch {
  readonly caller: Caller;
  readonly asOf: string | undefined;
  /** Names that employers chose, asked for once. */
  readonly names: Map<string, Promise<string | undefined>>;
}

interface Candidate {
  readonly index: number;
  readonly batch: Batch;
  readonly item: BatchItem;
  readonly origin: Origin & { readonly sourceHash: string };
}

interface Drafted extends Candidate {
  /** A vacancy that stays as it is, or the revision to be written. */
  readonly kind: 'same' | 'new' | 'changed';
  readonly vacancy: Vacancy;
}

@Injectable()
export class ImportVacancies {
  constructor(
    @Inject(VACANCIES) private readonly vacancies: Vacancies,
    @Inject(REPLAYS) private readonly replays: Replays,
    @Inject(EMPLOYERS) private readonly employers: Employers,
    @Inject(DRAFTING) private readonly drafting: Drafting,
    @Inject(RELAY) private readonly relay: StateRelay,
    @Inject(UNDERSTANDING) private readonly understanding: Understanding,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * One result per item, in order; a bad item is rejected with its faults and spoils nothing.
   * @param asOf the day that an old feed takes for today
   */
  async import(items: readonly unknown[], caller: Caller, asOf?: string): Promise<BatchResult[]> {
    const results: BatchResult[] = [];
    const batch = { caller, asOf, names: new Map() };
    let open: Candidate[] = [];
    for (const [index, raw] of items.entries()) {
      const read = await this.read(raw, index, batch);
      if ('origin' in read) open.push(read);
      else results[index] = read;
    }
    for (let lost = 0; open.length > 0 && lost < TRIES;) {
      const { first, later } = firstOfEachSource(open);
      const again = await this.round(first, results);
      if (again.length > 0) lost++;
      open = [...again, ...later];
    }
    for (const { index } of open) results[index] = rejected(index, [RACED]);
    return results;
  }

  private async read(raw: unknown, index: number, batch: Batch): Promise<Candidate | BatchResult> {
    const parsed = BatchItem.safeParse(withPlaceInText(raw, this.understanding.gazetteer));
    if (!parsed.success) return rejected(index, faultsOf(parsed.error, 'item'));
    return answering(index, async () => {
      const item = await this.replayed(parsed.data, batch);
      const { source: name, sourceId: id } = item;
      const origin = {
        id: mintUuid(),
        employer: await this.named(itemEmployer(item, batch.caller.employer), batch),
        postedAt: item.postedAt,
        sourceHash: hashOf(postingOf(item)),
        ...(name === undefined || id === undefined ? {} : { source: { name, id } }),
      };
      return { index, batch, item, origin };
    });
  }

  /** An employer fixes the days of its own replays only, whatever it calls its source. */
  private async replayed(item: BatchItem, { caller, asOf }: Batch): Promise<BatchItem> {
    if (item.source === undefined) return item;
    const proposed = asOf === undefined ? undefined : daysSince(asOf, this.clock.now());
    const source = caller.employer === undefined ? item.source : `${caller.employer.id}\0${item.source}`;
    return moveDates(item, await this.replays.daysOf(source, proposed));
  }

  private async named({ id, name }: Vacancy['employer'], { names }: Batch): Promise<Vacancy['employer']> {
    const chosen = names.get(id) ?? this.employers.name(id);
    names.set(id, chosen);
    return { id, name: (await chosen) ?? name };
  }

  /** Reads, decides and writes; answers those that somebody else was faster with. */
  private async round(candidates: readonly Candidate[], results: BatchResult[]): Promise<Candidate[]> {
    const known = await this.knownOf(candidates);
    const drafted: Drafted[] = [];
    const drafts = candidates.map((one) => answering(one.index, () => this.draft(one, known)));
    for (const draft of await Promise.all(drafts)) {
      if ('kind' in draft) drafted.push(draft);
      else results[draft.index] = draft;
    }
    const decisions = await this.decide(drafted);
    const lost = await this.write(decisions);
    for (const [at, { index }] of drafted.entries()) {
      const decision = decisions[at];
      if (decision !== undefined) results[index] = resultOf(index, decision, lost.get(at));
    }
    return drafted.filter((_, at) => lost.get(at) === 'retry');
  }

  private async draft(candidate: Candidate, known: ReadonlyMap<string, Vacancy>): Promise<Drafted> {
    const { item, origin, batch } = candidate;
    const before = known.get(sourceKey(origin) ?? '');
    if (before !== undefined) refuseForeign(before, batch.caller.employer);
    if (before !== undefined && staysAsItIs(before, origin.sourceHash))
      return { ...candidate, kind: 'same', vacancy: before };
    const vacancy = await this.drafting.draft({ item, origin, before, now: this.clock.now() });
    return { ...candidate, kind: before === undefined ? 'new' : 'changed', vacancy };
  }

  private async decide(drafted: readonly Drafted[]): Promise<ImportDecision[]> {
    const fingerprints = drafted.map(({ vacancy }) => vacancy.fingerprint);
    const originals = new Map(await this.vacancies.originals(fingerprints));
    const find = (fingerprint: string): Vacancy | undefined => originals.get(fingerprint);
    return drafted.map(({ kind, vacancy }) => {
      const decision =
        kind === 'same' ? decideSame(vacancy) : (kind === 'new' ? decideNew : decideChanged)(vacancy, find);
      const after = decision.vacancy;
      if (after.status === 'open' && after.duplicateOf === undefined) originals.set(after.fingerprint, after);
      return decision;
    });
  }

  private async knownOf(candidates: readonly Candidate[]): Promise<Map<string, Vacancy>> {
    const bySource = Map.groupBy(candidates, ({ origin }) => origin.source?.name);
    const known = new Map<string, Vacancy>();
    for (const [name, group] of bySource) {
      if (name === undefined) continue;
      const ids = group.flatMap(({ origin }) => origin.source?.id ?? []);
      for (const vacancy of (await this.vacancies.ofSource(name, ids)).values()) {
        const key = sourceKey(vacancy);
        if (key !== undefined) known.set(key, vacancy);
      }
    }
    return known;
  }

  /** By place in the list: those that lost a race (`retry`), or whose reference belongs to another vacancy. */
  private async write(decisions: readonly ImportDecision[]): Promise<Map<number, 'retry' | Vacancy>> {
    const lost = new Map<number, 'retry' | Vacancy>();
    const places = (kind: 'insert' | 'replace') =>
      decisions.flatMap(({ write, vacancy }, at) => (write === kind ? [{ at, vacancy }] : []));
    const inserts = places('insert');
    const inserted = await this.vacancies.insert(inserts.map(({ vacancy }) => vacancy));
    for (const [n, { at, vacancy }] of inserts.entries()) {
      const answer = inserted[n];
      if (answer?.inserted === false)
        lost.set(at, sameSource(answer.taken, vacancy) ? 'retry' : answer.taken);
    }
    const replaces = places('replace');
    const replaced = await this.vacancies.replace(replaces.map(({ vacancy }) => vacancy));
    for (const [n, { at, vacancy }] of replaces.entries())
      if (replaced[n] !== true) lost.set(at, (await this.holderOfReference(vacancy)) ?? 'retry');
    await this.relay.publishAll(
      [...inserts, ...replaces].filter(({ at }) => !lost.has(at)).map(({ vacancy }) => vacancy.id),
    );
    return lost;
  }

  private async holderOfReference({ id, employer, posting }: Vacancy): Promise<Vacancy | undefined> {
    const { externalReference } = posting;
    if (externalReference === undefined) return undefined;
    const [holder] = await this.vacancies.list({ employerId: employer.id, externalReference, limit: 1 });
    return holder?.id === id ? undefined : holder;
  }
}

/** A posting that stands twice in a batch is taken twice, one after the other. */
function firstOfEachSource(candidates: readonly Candidate[]): { first: Candidate[]; later: Candidate[] } {
  const seen = new Set<string>();
  const first: Candidate[] = [];
  const later: Candidate[] = [];
  for (const candidate of candidates) {
    const key = sourceKey(candidate.origin);
    (key !== undefined && seen.has(key) ? later : first).push(candidate);
    if (key !== undefined) seen.add(key);
  }
  return { first, later };
}

function sourceKey({ source }: Pick<Vacancy, 'source'>): string | undefined {
  return source === undefined ? undefined : `${source.name}\0${source.id}`;
}

function sameSource(a: Vacancy, b: Vacancy): boolean {
  return sourceKey(a) !== undefined && sourceKey(a) === sourceKey(b);
}
