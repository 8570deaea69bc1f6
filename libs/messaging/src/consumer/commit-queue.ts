import type { OffsetCommit } from '../event-log.js';
import { nameOf } from '../partition-name.js';

/** Sends the commits of one assignment; resolves when they are kept. */
export type SendCommits = (commits: readonly OffsetCommit[]) => Promise<void>;

/**
 * Commits beside the work: a batch does not wait for the commit of the one before, and of each partition only the
 * newest is sent, now and then: with a commit for each batch, commits are a third of what a broker is asked. Work that
 * is handled again after a crash is what every handler expects anyway.
 */
export class CommitQueue {
  private readonly newest = new Map<string, OffsetCommit>();
  private sending: Promise<void> = Promise.resolve();
  private idle = true;
  private hurried = false;
  private wake: () => void = () => undefined;

  /** `everyMs`: how long to rest after each time. */
  constructor(
    private readonly send: SendCommits,
    private readonly failed: (error: unknown) => void,
    private readonly everyMs: number,
  ) {}

  add(commit: OffsetCommit): void {
    this.newest.set(nameOf(commit), commit);
    if (!this.idle) return;
    this.idle = false;
    this.hurried = false;
    this.sending = this.sendAll();
  }

  /** Resolves when everything added so far is committed, or given up; does not rest any more. */
  async settled(): Promise<void> {
    this.hurried = true;
    this.wake();
    await this.sending;
  }

  private rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.everyMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private async sendAll(): Promise<void> {
    try {
      while (this.newest.size > 0) {
        const commits = [...this.newest.values()];
        this.newest.clear();
        await this.send(commits);
        if (this.everyMs > 0 && !this.hurried) await this.rest();
      }
    } catch (error) {
      this.newest.clear();
      this.failed(error);
    } finally {
      this.idle = true;
    }
  }
}
