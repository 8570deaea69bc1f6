import type { EventDefinition } from '@jobwire/contracts';
import type { NewRecord } from '../event-log.js';
import { fieldsOf } from './fields-of.js';
import { ceHeaders } from './headers.js';

/** Who says it and when; `partition` where the key must not decide. */
export interface Sender {
  /** CloudEvents `source`: the name of the service. */
  readonly source: string;
  readonly time: Date;
  readonly partition?: number;
}

/** What was to be published does not fit its own declaration: a defect of the publisher. Names fields, never values. */
export class EncodeError extends Error {
  override readonly name = 'EncodeError';
}

/**
 * A record that says `data`. Fields that the declaration does not know are left out, so nothing leaves by accident.
 * @throws EncodeError naming the fields that do not fit
 */
export function encode<Data>(event: EventDefinition<Data>, data: Data, sender: Sender): NewRecord {
  const parsed = event.data.safeParse(data);
  if (!parsed.success) throw new EncodeError(`${event.type} does not fit: ${fieldsOf(parsed.error)}`);
  const key = event.key(parsed.data);
  const revision = revisionOf(parsed.data);
  return {
    ...place(event, key, sender),
    value: Buffer.from(JSON.stringify(parsed.data)),
    headers: {
      ...attributes(event, key, sender),
      [ceHeaders.contentType]: 'application/json',
      ...(revision === undefined ? {} : { [ceHeaders.revision]: String(revision) }),
    },
  };
}

/** A record that deletes `key`; `revision` is one more than that of the last state. */
export function encodeTombstone<Data>(
  event: EventDefinition<Data>,
  key: string,
  revision: number,
  sender: Sender,
): NewRecord {
  if (!event.tombstones) throw new EncodeError(`${event.type} knows no tombstones`);
  return {
    ...place(event, key, sender),
    value: null,
    headers: { ...attributes(event, key, sender), [ceHeaders.revision]: String(revision) },
  };
}

function place<Data>(event: EventDefinition<Data>, key: string, { partition }: Sender) {
  return { topic: event.topic.name, key, ...(partition === undefined ? {} : { partition }) };
}

function attributes<Data>(event: EventDefinition<Data>, key: string, { source, time }: Sender) {
  return {
    [ceHeaders.id]: crypto.randomUUID(),
    [ceHeaders.source]: source,
    [ceHeaders.type]: event.type,
    [ceHeaders.specVersion]: '1.0',
    [ceHeaders.time]: time.toISOString(),
    [ceHeaders.subject]: key,
  };
}

function revisionOf(data: unknown): number | undefined {
  if (typeof data !== 'object' || data === null || !('revision' in data)) return undefined;
  return typeof data.revision === 'number' ? data.revision : undefined;
}
