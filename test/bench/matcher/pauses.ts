import { PerformanceObserver } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

/** What was made for the benchmark is moved where old objects live, or the first collections would be about that. */
export function settleHeap(): void {
  if (globalThis.gc === undefined) throw new Error('Run with --expose-gc.');
  globalThis.gc();
}

/** What collections of garbage take meanwhile. */
export class Pauses {
  private readonly milliseconds: number[] = [];
  private readonly observer = new PerformanceObserver((list) => this.note(list.getEntries()));

  constructor() {
    this.observer.observe({ entryTypes: ['gc'] });
  }

  /** In milliseconds; ends the watch. */
  async longest(): Promise<number> {
    // The observer is told in a later turn.
    await pause(50);
    this.observer.disconnect();
    return Math.max(0, ...this.milliseconds);
  }

  private note(entries: readonly { readonly duration: number }[]): void {
    this.milliseconds.push(...entries.map(({ duration }) => duration));
  }
}
