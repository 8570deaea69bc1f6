import type { EventDefinition } from '@jobwire/contracts';
import type { LogRecord } from '../event-log.js';
import { journeyOf } from '../journey/journey-headers.js';
import type { Journey } from '../journey/journey.js';
import { fieldsOf } from './fields-of.js';
import { ceHeaders } from './headers.js';

/** One event as a handler sees it. `data` is null for a tombstone. */
export interface EventRecord<Data = unknown> {
  readonly event: EventDefinition<Data>;
  readonly key: string;
  readonly data: Data | null;
  /** That of the data, or of the tombstone; undefined where events have none. */
  readonly revision: number | undefined;
  readonly partition: number;
  readonly offset: number;
  /** When it was appended, milliseconds since 1970. */
  readonly timestamp: number;
  /** Whose work it is to handle it. */
  readonly journey: Journey;
  readonly record: LogRecord;
}

export type DecodeFailureKind =
  | 'no-key'
  | 'no-headers'
  | 'unknown-type'
  | 'unknown-version'
  | 'not-json'
  | 'no-value'
  | 'no-revision'
  | 'schema';

export interface DecodeFailure {
  readonly kind: DecodeFailureKind;
  /** Names the field that is wrong, never its value. */
  readonly reason: string;
}

export type Decoded<Data> =
  | { readonly ok: true; readonly event: EventRecord<Data> }
  | { readonly ok: false; readonly failure: DecodeFailure };

/** Reads a record as one of the events declared; never throws. */
export function decode<Data>(
  record: LogRecord,
  definitions: readonly EventDefinition<Data>[],
): Decoded<Data> {
  const type = record.headers[ceHeaders.type];
  if (record.key === null) return failed('no-key', 'the key is null');
  if (type === undefined) return failed('no-headers', `the header ${ceHeaders.type} is missing`);
  const event = definitions.find((definition) => definition.type === type);
  if (event === undefined) return strange(type, definitions);
  return record.value === null
    ? tombstone(record, record.key, event)
    : state(record, record.key, event, record.value);
}

function state<Data>(
  record: LogRecord,
  key: string,
  event: EventDefinition<Data>,
  value: Buffer,
): Decoded<Data> {
  let json: unknown;
  try {
    json = JSON.parse(value.toString('utf8'));
  } catch {
    return failed('not-json', 'the value is not JSON');
  }
  const parsed = event.data.safeParse(json);
  if (!parsed.success) return failed('schema', fieldsOf(parsed.error));
  return read(record, key, event, parsed.data, revisionIn(record));
}

function tombstone<Data>(record: LogRecord, key: string, event: EventDefinition<Data>): Decoded<Data> {
  if (!event.tombstones) return failed('no-value', 'the value is null, and this event has no tombstones');
  const revision = revisionIn(record);
  if (revision === undefined)
    return failed('no-revision', `the header ${ceHeaders.revision} is not a number`);
  return read(record, key, event, null, revision);
}

function read<Data>(
  record: LogRecord,
  key: string,
  event: EventDefinition<Data>,
  data: Data | null,
  revision: number | undefined,
): Decoded<Data> {
  const { partition, offset, timestamp } = record;
  const journey = journeyOf(record.headers);
  return { ok: true, event: { event, key, data, revision, partition, offset, timestamp, journey, record } };
}

function revisionIn(record: LogRecord): number | undefined {
  const header = record.headers[ceHeaders.revision];
  return header !== undefined && /^\d+$/.test(header) ? Number(header) : undefined;
}

function strange<Data>(type: string, definitions: readonly EventDefinition<Data>[]): Decoded<Data> {
  const name = type.replace(/\.v\d+$/, '');
  const known = definitions.some((definition) => definition.type.replace(/\.v\d+$/, '') === name);
  return known
    ? failed('unknown-version', `the header ${ceHeaders.type} names a version that is not read here`)
    : failed('unknown-type', `the header ${ceHeaders.type} names an event that is not read here`);
}

function failed(kind: DecodeFailureKind, reason: string): Decoded<never> {
  return { ok: false, failure: { kind, reason } };
}
