import type { Batch } from '../event-log.js';
import { BatchProcessor } from './batch-processor.js';
import type { Settled } from './consumer-options.js';
import type { DeadLetters } from './dead-letters.js';
import type { Subscription } from './event-batch.js';

/** One processor for each topic. @throws Error when two handlers want the same topic */
export class Processors {
  private readonly byTopic = new Map<string, BatchProcessor>();

  constructor(
    subscriptions: readonly Subscription[],
    settled: Settled,
    deadLetters?: DeadLetters,
    group?: string,
  ) {
    for (const subscription of subscriptions) {
      const topic = subscription.event.topic.name;
      if (this.byTopic.has(topic)) throw new Error(`Two handlers want ${topic}; a reader has one for each.`);
      this.byTopic.set(topic, new BatchProcessor({ ...settled, subscription, deadLetters, group }));
    }
  }

  topics(): readonly string[] {
    return [...this.byTopic.keys()];
  }

  of({ topic }: Batch): BatchProcessor {
    const processor = this.byTopic.get(topic);
    if (processor) return processor;
    throw new Error(`Nobody handles ${topic} here.`);
  }
}
