import { Inject, Injectable } from '@nestjs/common';
import { BatchItem, type BatchResult } from '@jobwire/contracts';
import { DomainError, mintUuid, type Clock, type FieldFault } from '@jobwire/kernel';
import type { StateRelay } from '@jobwire/messaging';
import { CLOCK, faultsOf, type Caller } from '@jobwire/platform';
import { draftVacancy, postingOf } from '../domain/draft-vacancy.js';
import { hashOf } from '../domain/fingerprint.js';
import { decideAgain, decideNew, type ImportDecision } from '../domain/import-decision.js';
import { itemEmployer } from '../domain/item-employer.js';
import type { Understanding } from '../domain/understand.js';
import type { Vacancy } from '../domain/vacancy.js';
import { RELAY, UNDERSTANDING, VACANCIES, type Vacancies } from './ports.js';

/** A batch that loses a race against another writer is decided again, this often at most. */
const TRIES = 5;

interface Candidate {
  readonly index: number;
  readonly item: BatchItem;
  readonly draft: Vacancy;
}

@Injectable()
export class ImportVacancies {
  constructor(
    @Inject(VACANCIES) private readonly vacancies: Vacancies,
    @Inject(UNDERSTANDING) private readonly understanding: Understanding,
    @Inject(RELAY) private readonly relay: StateRelay,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One result per item, in order; a bad item is rejected with its faults and spoils nothing. */
  async import(items: readonly unknown[], caller: Caller): Promise<BatchResult[]> {
    const results: BatchResult[] = [];
    const candidates: Candidate[] = [];
    for (const [index, raw] of items.entries()) {
      const read = this.read(raw, index, caller);
      if ('draft' in read) candidates.push(read);
      else results[index] = read;
    }
    await this.settle(candidates, results);
    return results;
  }

  private read(raw: unknown, index: number, caller: Caller): Candidate | BatchResult {
    const parsed = BatchItem.safeParse(raw);
    if (!parsed.success) return rejected(index, faultsOf(parsed.error, 'item'));
    const item = parsed.data;
    try {
      const source =
        item.source === undefined || item.sourceId === undefined
          ? {}
          : { source: { name: item.source, id: item.sourceId } };
      const origin = {
        id: mintUuid(),
        employer: itemEmployer(item, caller.employer),
        postedAt: item.postedAt,
        ...source,
      };
      return {
        index,
        item,
        draft: draftVacancy(postingOf(item), origin, this.understanding, this.clock.now()),
      };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return rejected(
        index,
        error.faults.length > 0 ? error.faults : [{ field: 'item', reason: error.message }],
      );
    }
  }

  /** Decides, writes, and goes round again with what somebody else changed in between. */
  private async settle(candidates: readonly Candidate[], results: BatchResult[]): Promise<void> {
    let open = candidates;
    for (let tries = 0; open.length > 0; tries++) {
      const decisions = await this.decide(open);
      const lost = await this.write(decisions);
      for (const [at, { index }] of open.entries()) {
        const decision = decisions[at];
        if (decision !== undefined) results[index] = resultOf(index, decision, lost.get(at));
      }
      open = open.filter((_, at) => lost.get(at) === 'retry');
      if (tries >= TRIES) return;
    }
  }

  private async decide(candidates: readonly Candidate[]): Promise<ImportDecision[]> {
    const known = await this.knownOf(candidates);
    const originals = new Map(
      await this.vacancies.originals(candidates.map(({ draft }) => draft.fingerprint)),
    );
    const now = this.clock.now();
    return candidates.map(({ item, draft }) => {
      const key = sourceKey(draft);
      const before = key === undefined ? undefined : known.get(key);
      const find = (fingerprint: string): Vacancy | undefined => originals.get(fingerprint);
      const posting = postingOf(item);
      const decision =
        before === undefined
          ? decideNew(draft, find)
          : decideAgain(before, posting, hashOf(posting), this.understanding, find, now);
      const { vacancy } = decision;
      if (key !== undefined) known.set(key, vacancy);
      if (vacancy.status === 'open' && vacancy.duplicateOf === undefined)
        originals.set(vacancy.fingerprint, vacancy);
      return decision;
    });
  }

  private async knownOf(candidates: readonly Candidate[]): Promise<Map<string, Vacancy>> {
    const bySource = Map.groupBy(candidates, ({ draft }) => draft.source?.name);
    const known = new Map<string, Vacancy>();
    for (const [name, group] of bySource) {
      if (name === undefined) continue;
      const ids = group.flatMap(({ draft }) => draft.source?.id ?? []);
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
      decisions.flatMap(({ write }, at) => (write?.kind === kind ? [{ at, vacancy: write.vacancy }] : []));
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

function sourceKey({ source }: Vacancy): string | undefined {
  return source === undefined ? undefined : `${source.name}\0${source.id}`;
}

function sameSource(a: Vacancy, b: Vacancy): boolean {
  return sourceKey(a) !== undefined && sourceKey(a) === sourceKey(b);
}

function resultOf(index: number, decision: ImportDecision, lost: 'retry' | Vacancy | undefined): BatchResult {
  if (lost === 'retry')
    return rejected(index, [
      { field: 'item', reason: 'changed at the same time elsewhere', remedy: 'send it again' },
    ]);
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
