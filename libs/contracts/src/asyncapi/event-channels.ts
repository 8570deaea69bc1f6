import type { EventDefinition } from '../events/define-event.js';
import { compaction, DEFAULT_PARTITIONS, type Topic } from '../events/topics.js';
import { schemaOf } from '../json-schema.js';

const KAFKA_BINDING = '0.5.0';

/** A channel for each topic, with what may stand in it and how it is kept. */
export function eventChannels(events: readonly EventDefinition[]): Record<string, unknown> {
  const byTopic = Map.groupBy(events, ({ topic }) => topic);
  return Object.fromEntries(
    [...byTopic].map(([topic, ones]) => [
      topic.name,
      {
        address: topic.name,
        servers: [{ $ref: '#/servers/log' }],
        messages: Object.fromEntries(
          ones.map(({ type }) => [type, { $ref: `#/components/messages/${type}` }]),
        ),
        bindings: { kafka: bindingOf(topic) },
      },
    ]),
  );
}

export function eventMessages(events: readonly EventDefinition[]): Record<string, unknown> {
  return Object.fromEntries(events.map((event) => [event.type, messageOf(event)]));
}

function messageOf(event: EventDefinition): Record<string, unknown> {
  return {
    name: event.type,
    summary: event.summary,
    ...(event.tombstones
      ? { description: 'A null value deletes the key; its revision stands in the header ce_revision.' }
      : {}),
    contentType: 'application/json',
    headers: headersOf(event),
    payload: schemaOf(event.data, 'output'),
    bindings: { kafka: { key: { type: 'string' }, bindingVersion: KAFKA_BINDING } },
  };
}

/** CloudEvents 1.0, Kafka's binary mode. */
function headersOf({ type }: EventDefinition): Record<string, unknown> {
  const text = { type: 'string' };
  return {
    type: 'object',
    required: ['ce_id', 'ce_source', 'ce_type', 'ce_specversion', 'ce_time'],
    properties: {
      ce_id: text,
      ce_source: text,
      ce_type: { const: type },
      ce_specversion: { const: '1.0' },
      ce_time: { type: 'string', format: 'date-time' },
      ce_subject: text,
      ce_revision: { type: 'string', pattern: '^[0-9]+$' },
      'content-type': { const: 'application/json' },
      ce_correlationid: text,
      ce_since: { type: 'string', format: 'date-time' },
      traceparent: text,
      tracestate: text,
    },
  };
}

function bindingOf(topic: Topic): Record<string, unknown> {
  return {
    topic: topic.name,
    partitions: topic.partitions === 'one' ? 1 : DEFAULT_PARTITIONS,
    topicConfiguration: {
      'cleanup.policy': topic.cleanup.split(','),
      ...(topic.retentionMs === undefined ? {} : { 'retention.ms': topic.retentionMs }),
      ...(topic.cleanup === 'delete' ? {} : { 'delete.retention.ms': compaction.deleteRetentionMs }),
    },
    bindingVersion: KAFKA_BINDING,
  };
}
