import { alertChanged } from '@jobwire/contracts';
import { say, type EventPublisher } from '@jobwire/messaging';
import type { AddressedChange, Changes } from '../../application/ports.js';

export class LogChanges implements Changes {
  constructor(private readonly publisher: EventPublisher) {}

  async publish(changes: readonly AddressedChange[]): Promise<void> {
    await this.publisher.publishAll(
      changes.map(({ partition, change, journey }) => say(alertChanged, change, { partition, journey })),
    );
  }
}
