/** What this package says to the service's log. */
export interface MongoLogger {
  warn(details: object, message: string): void;
  info(details: object, message: string): void;
}

const AGAIN_MS = 60_000;

/** Whether MongoDB is there: one line in the log when it goes, one a minute while it is away, one when it is back. */
export class Presence {
  private problem: string | undefined = 'not connected yet';
  private wasAway = false;
  private toldAt = -Infinity;

  constructor(
    private readonly database: string,
    private readonly logger: MongoLogger,
  ) {}

  there(): void {
    if (this.wasAway) this.logger.info({ database: this.database }, 'MongoDB is there again');
    this.wasAway = false;
    this.toldAt = -Infinity;
    this.problem = undefined;
  }

  away(error: unknown): void {
    this.problem = error instanceof Error ? error.message : 'failed';
    this.wasAway = true;
    if (performance.now() - this.toldAt < AGAIN_MS) return;
    this.toldAt = performance.now();
    this.logger.warn(
      { database: this.database, problem: this.problem },
      'MongoDB is away; what needs it waits or is refused until it is back',
    );
  }

  health(): { ok: boolean; detail?: string } {
    return this.problem === undefined ? { ok: true } : { ok: false, detail: this.problem };
  }
}
