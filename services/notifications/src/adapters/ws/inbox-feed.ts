import type { Alert } from '@jobwire/contracts';

/** More than this many missed alerts: the client reads its inbox anew instead. */
export const LONGEST_REPLAY = 1000;

/** What a frame says of the change it tells of; nothing where it comes from the inbox. */
export interface Told {
  readonly traceparent?: string;
}

/** Alerts at or after a position, oldest first, at most `limit`. */
export type ReadFrom = (position: number, limit: number) => Promise<readonly Alert[]>;

/**
 * What one socket is shown of one inbox: each item once by id and position, positions never going back. What arrives
 * while the inbox is being read waits, so that nothing falls between reading and listening.
 */
export class InboxFeed {
  private last = -1;
  private readonly shownAtLast = new Set<string>();
  private waiting: [Alert, Told][] | undefined;

  constructor(
    private readonly read: ReadFrom,
    private readonly send: (alert: Alert, told: Told) => void,
  ) {}

  /** From now on what is `pushed` waits until `open` or `catchUp` is done. */
  hold(): void {
    this.waiting ??= [];
  }

  push(alerts: readonly Alert[], told: Told = {}): void {
    if (this.waiting === undefined) for (const alert of alerts) this.show(alert, told);
    else for (const alert of alerts) this.waiting.push([alert, told]);
  }

  /** Everything missed since `position`, itself included; undefined when that is too much. */
  async missed(position: number): Promise<readonly Alert[] | undefined> {
    const missed = await this.read(position, LONGEST_REPLAY + 1);
    return missed.length > LONGEST_REPLAY ? undefined : missed;
  }

  /** Begins after `ready` was sent: first what was missed, then what waited. */
  open(position: number, missed: readonly Alert[]): void {
    this.last = missed.length > 0 ? -1 : position;
    for (const alert of missed) this.show(alert);
    this.last = Math.max(this.last, position);
    this.release();
  }

  /** Compares with the inbox: false when so much is missing that the client must come back. */
  async catchUp(): Promise<boolean> {
    this.hold();
    const missed = await this.missed(Math.max(0, this.last));
    for (const alert of missed ?? []) this.show(alert);
    this.release();
    return missed !== undefined;
  }

  private release(): void {
    const waiting = this.waiting ?? [];
    this.waiting = undefined;
    for (const [alert, told] of waiting) this.show(alert, told);
  }

  private show(alert: Alert, told: Told = {}): void {
    if (alert.position < this.last) return;
    if (alert.position > this.last) this.shownAtLast.clear();
    this.last = alert.position;
    if (this.shownAtLast.has(alert.id)) return;
    this.shownAtLast.add(alert.id);
    this.send(alert, told);
  }
}
