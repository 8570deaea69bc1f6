import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@jobwire/kernel';
import { CLOCK, Metrics } from '@jobwire/platform';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/** What operators watch of the sockets. */
@Injectable()
export class LiveMetrics {
  private readonly endToEnd;
  private readonly slow;

  constructor(
    @Inject(Metrics) metrics: Metrics,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.endToEnd = metrics.histogram(
      'match_end_to_end_seconds',
      'From the call that changed a vacancy or a profile to the frame given to a socket.',
      [],
      SECONDS,
    );
    this.slow = metrics.counter(
      'ws_slow_disconnects_total',
      'Sockets closed because they read too slowly.',
      [],
    );
  }

  /** A change was given to sockets; `since` is when it began, milliseconds since 1970. */
  delivered(since: number | undefined): void {
    if (since === undefined) return;
    // The call may have been taken by a machine whose clock is ahead.
    this.endToEnd.observe(Math.max(0, this.clock.now().getTime() - since) / 1000);
  }

  tooSlow(): void {
    this.slow.inc();
  }
}
