// Time that passes only when it is told to, so that a seed is the same run every time and seconds cost nothing.
// The stores and the log work in this thread, so what is left of the real event loop (immediates, microtasks) keeps
// one order by itself. To be installed before the code under test is imported: it binds its timers then.
import { createRequire } from 'node:module';

interface Timer {
  at: number;
  readonly every: number | undefined;
  readonly run: () => void;
}

/** What stands in for NodeJS.Timeout. */
interface Handle {
  readonly timer: Timer;
  ref(): Handle;
  unref(): Handle;
  hasRef(): boolean;
}

type Work = (...values: unknown[]) => void;

const realImmediate = globalThis.setImmediate;
// Not imported: Jest keeps the names of an imported module as they were when it was imported first.
const timersPromises = createRequire(import.meta.url)('node:timers/promises') as { setTimeout: unknown };

export class VirtualTime {
  private time = 0;
  private timers = new Set<Timer>();
  private restore: () => void = () => undefined;

  get now(): number {
    return this.time;
  }

  install(): void {
    const globals = { ...this.globals() };
    const before = Object.fromEntries(
      Object.keys(globals).map((name) => [name, Reflect.get(globalThis, name) as unknown]),
    );
    const realNow: unknown = Reflect.get(performance, 'now');
    const realPause = timersPromises.setTimeout;
    Object.assign(globalThis, globals);
    Object.assign(performance, { now: () => this.time });
    Object.assign(timersPromises, { setTimeout: this.pause });
    this.restore = () => {
      Object.assign(globalThis, before);
      Object.assign(performance, { now: realNow });
      Object.assign(timersPromises, { setTimeout: realPause });
    };
  }

  uninstall(): void {
    this.restore();
  }

  /** Begins anew: every timer of a world that is over is forgotten. */
  clear(): void {
    this.time = 0;
    this.timers = new Set();
  }

  /** One turn of the event loop, one millisecond. */
  async step(): Promise<void> {
    await new Promise<void>((resolve) => realImmediate(() => resolve()));
    this.time += 1;
    for (const timer of this.due()) this.fire(timer);
  }

  async wait(milliseconds: number): Promise<void> {
    for (let left = milliseconds; left > 0; left--) await this.step();
  }

  readonly pause = (milliseconds = 1, value?: unknown, { signal }: { signal?: AbortSignal } = {}) =>
    new Promise<unknown>((resolve, reject) => {
      if (signal?.aborted === true) return reject(aborted(signal));
      const handle = this.plan(() => resolve(value), milliseconds, undefined);
      signal?.addEventListener('abort', () => {
        this.timers.delete(handle.timer);
        reject(aborted(signal));
      });
    });

  private due(): Timer[] {
    return [...this.timers].filter(({ at }) => at <= this.time).toSorted((a, b) => a.at - b.at);
  }

  private fire(timer: Timer): void {
    if (!this.timers.has(timer)) return;
    if (timer.every === undefined) this.timers.delete(timer);
    else timer.at = this.time + timer.every;
    timer.run();
  }

  private plan(run: () => void, milliseconds: number, every: number | undefined): Handle {
    const timer = { at: this.time + Math.max(1, Math.ceil(milliseconds)), every, run };
    this.timers.add(timer);
    const handle: Handle = { timer, ref: () => handle, unref: () => handle, hasRef: () => false };
    return handle;
  }

  private globals() {
    const drop = (handle: Handle | undefined): void => void (handle && this.timers.delete(handle.timer));
    return {
      setTimeout: (work: Work, milliseconds = 1, ...values: unknown[]) =>
        this.plan(() => work(...values), milliseconds, undefined),
      setInterval: (work: Work, milliseconds = 1, ...values: unknown[]) =>
        this.plan(() => work(...values), milliseconds, Math.max(1, Math.ceil(milliseconds))),
      clearTimeout: drop,
      clearInterval: drop,
    };
  }
}

function aborted({ reason }: AbortSignal): Error {
  return new Error('The wait was aborted.', { cause: reason });
}
