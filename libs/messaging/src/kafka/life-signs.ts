import type { Consumer } from 'kafkajs';

/** No consumer waits longer for an answer than this, however short its session is. */
const SHORTEST_PATIENCE_MS = 30_000;

/**
 * Notices a consumer that neither fetches, nor sends heartbeats, nor fails: kafkajs 2.2.4 knows ways to end like that
 * while its process looks healthy (https://github.com/tulios/kafkajs/issues/1513, 1593).
 */
export class LifeSigns {
  lost: () => void = () => undefined;
  private at = performance.now();
  private readonly timer: NodeJS.Timeout;

  /** `busy`: the handler has the word; that it takes long is the business of others. */
  constructor(
    consumer: Consumer,
    sessionTimeoutMs: number,
    private readonly busy: () => boolean,
  ) {
    const { FETCH, HEARTBEAT, GROUP_JOIN, CRASH, REQUEST, REQUEST_TIMEOUT } = consumer.events;
    for (const event of [FETCH, HEARTBEAT, GROUP_JOIN, CRASH, REQUEST, REQUEST_TIMEOUT] as const)
      consumer.on(event as typeof FETCH, () => this.seen());
    const patience = Math.max(3 * sessionTimeoutMs, SHORTEST_PATIENCE_MS);
    this.timer = setInterval(() => this.look(patience), patience / 3).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private seen(): void {
    this.at = performance.now();
  }

  private look(patience: number): void {
    if (this.busy()) this.seen();
    else if (performance.now() - this.at > patience) this.lost();
  }
}
