import { Controller, Inject } from '@nestjs/common';
import { alertChanged, type AlertChanged } from '@jobwire/contracts';
import { FollowEvents, traceHeadersOf, type EventBatch, type Journey } from '@jobwire/messaging';
import { LiveMetrics } from '../ws/live-metrics.js';
import { LiveServer } from '../ws/live-server.js';

/** Every replica reads every change and hands it to the sockets it holds. */
@Controller()
export class AlertChangedHandler {
  constructor(
    @Inject(LiveServer) private readonly live: LiveServer,
    @Inject(LiveMetrics) private readonly metrics: LiveMetrics,
  ) {}

  @FollowEvents(alertChanged, { from: 'latest' })
  async deliver({ records }: EventBatch<AlertChanged>): Promise<void> {
    for (const { data, journey } of records)
      if (data !== null && this.live.deliver(data, toldOf(journey))) this.metrics.delivered(journey.since);
  }
}

function toldOf(journey: Journey): { traceparent?: string } {
  const { traceparent } = traceHeadersOf(journey);
  return traceparent === undefined ? {} : { traceparent };
}
