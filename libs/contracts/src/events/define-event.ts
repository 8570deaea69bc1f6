import type { z } from 'zod';
import type { Topic } from './topics.js';

/** The single declaration of an event: publisher, consumer, topic creation, tests and documents derive from it. */
export interface EventDefinition<Data = unknown> {
  /** CloudEvents `type`, such as `jobwire.vacancy.state.v1`. */
  readonly type: string;
  readonly topic: Topic;
  readonly version: number;
  readonly data: z.ZodType<Data>;
  /** The record's key: what keeps its order and, on compacted topics, replaces what came before. */
  key(data: Data): string;
  /** True where a null value deletes the key; its revision then stands in the header `ce_revision`. */
  readonly tombstones: boolean;
  readonly summary: string;
}

export function defineEvent<Data>(event: {
  name: string;
  topic: Topic;
  version: number;
  key: (data: Data) => string;
  data: z.ZodType<Data>;
  summary: string;
}): EventDefinition<Data> {
  return {
    type: `jobwire.${event.name}.v${event.version}`,
    topic: event.topic,
    version: event.version,
    data: event.data,
    key: event.key,
    tombstones: event.topic.cleanup === 'compact',
    summary: event.summary,
  };
}
