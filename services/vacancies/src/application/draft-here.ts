import { setImmediate as nextTurn } from 'node:timers/promises';
import { draftFromSource, type DraftRequest } from '../domain/draft-from-source.js';
import type { Understanding } from '../domain/understand.js';
import type { Vacancy } from '../domain/vacancy.js';
import type { Drafting } from './ports.js';

/** Reading adverts is work for the processor: after this long others get their turn. */
const BREATHE_EVERY_MS = 10;

/** Drafts in the thread that asks, one after the other. */
export class DraftHere implements Drafting {
  private breathedAt = performance.now();
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly understanding: Understanding) {}

  draft(request: DraftRequest): Promise<Vacancy> {
    const drafted = this.last.then(() => this.afterBreath(request));
    this.last = drafted.catch(() => undefined);
    return drafted;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async afterBreath(request: DraftRequest): Promise<Vacancy> {
    if (performance.now() - this.breathedAt >= BREATHE_EVERY_MS) {
      await nextTurn();
      this.breathedAt = performance.now();
    }
    return draftFromSource(request, this.understanding);
  }
}
