import { setTimeout as pause } from 'node:timers/promises';

/** Something that runs until it ends by itself or is stopped. */
export interface Running {
  /** Resolves with why, when it has ended. */
  readonly ended: Promise<Error>;
  stop(): Promise<void>;
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;
/** Who ran this long before it ended is started again at once. */
const GOOD_RUN_MS = 60_000;

/** Keeps one thing running: what ends is started again, a little later each time, and said. */
export class Supervised {
  private running: Running | undefined;
  private watching: Promise<void> = Promise.resolve();
  private readonly stopping = new AbortController();

  constructor(
    private readonly name: string,
    private readonly begin: () => Promise<Running>,
    private readonly say: (line: string) => void,
  ) {}

  /** Resolves when it has been started. @throws Error when it cannot be started at all */
  async start(): Promise<void> {
    this.running = await this.begin();
    this.watching = this.watch(this.running);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running?.stop();
    await this.watching;
  }

  private async watch(first: Running): Promise<void> {
    let wait = FIRST_PAUSE_MS;
    for (let running: Running | undefined = first; running !== undefined;) {
      const began = performance.now();
      const { message } = await running.ended;
      this.running = undefined;
      if (this.stopping.signal.aborted) return;
      this.say(`${this.name} has ended and is started again: ${message}`);
      wait = performance.now() - began > GOOD_RUN_MS ? FIRST_PAUSE_MS : Math.min(2 * wait, LONGEST_PAUSE_MS);
      running = await this.startAgain(wait);
    }
  }

  private async startAgain(wait: number): Promise<Running | undefined> {
    const { signal } = this.stopping;
    for (;;) {
      await pause(wait, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return undefined;
      try {
        this.running = await this.begin();
        // Stopped in the meantime: nobody else knows of it.
        if (signal.aborted) await this.running.stop();
        return this.running;
      } catch (error) {
        this.say(`${this.name} could not be started: ${(error as Error).message}`);
      }
    }
  }
}
