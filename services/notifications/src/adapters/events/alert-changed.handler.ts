import { Controller, Inject } from '@nestjs/common';
import { alertChanged, type AlertChanged } from '@jobwire/contracts';
import { FollowEvents, type EventBatch } from '@jobwire/messaging';
import { LiveServer } from '../ws/live-server.js';

/** Every replica reads every change and hands it to the sockets it holds. */
@Controller()
export class AlertChangedHandler {
  constructor(@Inject(LiveServer) private readonly live: LiveServer) {}

  @FollowEvents(alertChanged, { from: 'latest' })
  async deliver({ records }: EventBatch<AlertChanged>): Promise<void> {
    for (const { data } of records) if (data !== null) this.live.deliver(data);
  }
}
