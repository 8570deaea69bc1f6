import { Inject, Injectable } from '@nestjs/common';
import { BatchItem, type BatchResult } from '@jobwire/contracts';
import { DomainError, mintUuid, type Clock, type FieldFault } from '@jobwire/kernel';
import type { StateRelay } from '@jobwire/messaging';
import { CLOCK, faultsOf, type Caller } from '@jobwire/platform';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { cleanPosting } from '../domain/clean-posting.js';
import { draftVacancy, postingOf, type Origin } from '../domain/draft-vacancy.js';
import { hashOf } from '../domain/fingerprint.js';
import {
  decideChanged,
  decideNew,
  decideSame,
  rewriteFromSource,
  staysAsItIs,
  type ImportDecision,
} from '../domain/import-decision.js';
import { itemEmployer } from '../domain/item-employer.js';
import { daysSince, moveDates } from '../domain/replay.js';
import type { Understanding } from '../domain/understand.js';
import type { Vacancy } from '../domain/vacancy.js';
import { RELAY, REPLAYS, UNDERSTANDING, VACANCIES, type Replays, type Vacancies } from './ports.js';

/** A batch that loses a race against another writer is decided again, this often at most. */
const TRIES = 5;
/** Reading adverts is work for the processor: after this long others get their turn. */
const BREATHE_EVERY_MS = 10;

interface Candidate {
  readonly index: number;
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
  private breathedAt = performance.now();

  constructor(
    @Inject(VACANCIES) private readonly vacancies: Vacancies,
    @Inject(REPLAYS) private readonly replays: Replays,
    @Inject(UNDERSTANDING) private readonly understanding: Understanding,
    @Inject(RELAY) private readonly relay: StateRelay,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * One result per item, in order; a bad item is rejected with its faults and spoils nothing.
   * @param asOf the day that an old feed takes for today
   */
  async import(items: readonly unknown[], caller: Caller, asOf?: string): Promise<BatchResult[]> {
    const results: BatchResult[] = [];
    let open: Candidate[] = [];
    for (const [index, raw] of items.entries()) {
      const read = await this.read(raw, index, caller, asOf);
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

  private async read(
    raw: unknown,
    index: number,
    caller: Caller,
    asOf: string | undefined,
  ): Promise<Candidate | BatchResult> {
    const parsed = BatchItem.safeParse(raw);
    if (!parsed.success) return rejected(index, faultsOf(parsed.error, 'item'));
    return answering(index, async () => {
      const item = await this.replayed(parsed.data, asOf);
      const { source: name, sourceId: id } = item;
      const origin = {
        id: mintUuid(),
        employer: itemEmployer(item, caller.employer),
        postedAt: item.postedAt,
        sourceHash: hashOf(postingOf(item)),
        ...(name === undefined || id === undefined ? {} : { source: { name, id } }),
      };
      return { index, item, origin };
    });
  }

  private async replayed(item: BatchItem, asOf: string | undefined): Promise<BatchItem> {
    if (item.source === undefined) return item;
    const proposed = asOf === undefined ? undefined : daysSince(asOf, this.clock.now());
    return moveDates(item, await this.replays.daysOf(item.source, proposed));
  }

  /** Reads, decides and writes; answers those that somebody else was faster with. */
  private async round(candidates: readonly Candidate[], results: BatchResult[]): Promise<Candidate[]> {
    const known = await this.knownOf(candidates);
    const drafted: Drafted[] = [];
    for (const candidate of candidates) {
      const draft = await answering(candidate.index, () => this.draft(candidate, known));
      if ('kind' in draft) drafted.push(draft);
      else results[candidate.index] = draft;
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
    const { item, origin } = candidate;
    const before = known.get(sourceKey(origin) ?? '');
    if (before !== undefined && staysAsItIs(before, origin.sourceHash))
      return { ...candidate, kind: 'same', vacancy: before };
    await this.breathe();
    const now = this.clock.now();
    const clean = cleanPosting(postingOf(item));
    return before === undefined
      ? { ...candidate, kind: 'new', vacancy: draftVacancy(clean, origin, this.understanding, now) }
      : {
          ...candidate,
          kind: 'changed',
          vacancy: rewriteFromSource(before, clean, origin.sourceHash, this.understanding, now),
        };
  }

  private async breathe(): Promise<void> {
    if (performance.now() - this.breathedAt < BREATHE_EVERY_MS) return;
    await nextTurn();
    this.breathedAt = performance.now();
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
    for (const [n, { at }] of replaces.entries()) if (replaced[n] !== true) lost.set(at, 'retry');
    await this.relay.publishAll(
      [...inserts, ...replaces].filter(({ at }) => !lost.has(at)).map(({ vacancy }) => vacancy.id),
    );
    return lost;
  }
}

const RACED: FieldFault = {
  field: 'item',
  reason: 'changed at the same time elsewhere',
  remedy: 'send it again',
};

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

/** What a refusal of one item becomes. */
async function answering<Result>(index: number, work: () => Promise<Result>): Promise<Result | BatchResult> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return rejected(
      index,
      error.faults.length > 0 ? error.faults : [{ field: 'item', reason: error.message }],
    );
  }
}

function sourceKey({ source }: Pick<Vacancy, 'source'>): string | undefined {
  return source === undefined ? undefined : `${source.name}\0${source.id}`;
}

function sameSource(a: Vacancy, b: Vacancy): boolean {
  return sourceKey(a) !== undefined && sourceKey(a) === sourceKey(b);
}

function resultOf(index: number, decision: ImportDecision, lost: 'retry' | Vacancy | undefined): BatchResult {
  if (lost === 'retry') return rejected(index, [RACED]);
  if (lost !== undefined)
    return rejected(index, [
      { field: 'externalReference', reason: 'is taken', remedy: `change vacancy ${lost.id} instead` },
    ]);
  const { outcome, vacancy } = decision;
  const twin = vacancy.duplicateOf === undefined ? {} : { duplicateOf: vacancy.duplicateOf };
  return { index, outcome, id: vacancy.id, ...twin };
}

function rejected(index: number, errors: readonly FieldFault[]): BatchResult {
  return { index, outcome: 'rejected', errors: [...errors] };
}
