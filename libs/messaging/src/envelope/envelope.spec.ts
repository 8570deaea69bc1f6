import { profileState } from '@jobwire/contracts';
import { numberEvent, type NumberState } from '../contract/number-event.js';
import type { LogRecord, NewRecord } from '../event-log.js';
import { decode } from './decode.js';
import { encode, EncodeError, encodeTombstone } from './encode.js';

const event = numberEvent('numbers.v1');
const sender = { source: 'test', time: new Date('2026-01-05T09:00:00Z') };
const seven = encode(event, { id: 'seven', revision: 3, number: 7 }, sender);

function stored(record: NewRecord, changed: Partial<LogRecord> = {}): LogRecord {
  return { ...record, partition: 2, offset: 40, timestamp: 1_000, ...changed };
}

function failureOf(record: LogRecord) {
  const decoded = decode(record, [event]);
  return decoded.ok ? undefined : decoded.failure;
}

it('speaks CloudEvents in binary mode', () => {
  expect(seven).toMatchObject({
    topic: 'numbers.v1',
    key: 'seven',
    value: Buffer.from('{"id":"seven","revision":3,"number":7}'),
    headers: {
      ce_source: 'test',
      ce_type: 'jobwire.test.number.v1',
      ce_specversion: '1.0',
      ce_time: '2026-01-05T09:00:00.000Z',
      ce_subject: 'seven',
      ce_revision: '3',
      'content-type': 'application/json',
    },
  });
  expect(seven.headers['ce_id']).toMatch(/^[0-9a-f-]{36}$/);
});

it('reads what it wrote', () => {
  const decoded = decode(stored(seven), [event]);
  expect(decoded).toMatchObject({
    ok: true,
    event: { key: 'seven', data: { number: 7 }, revision: 3, partition: 2, offset: 40, timestamp: 1_000 },
  });
});

it('reads a tombstone with its revision', () => {
  const gone = stored(encodeTombstone(event, 'seven', 4, sender));
  expect(gone.value).toBeNull();
  expect(decode(gone, [event])).toMatchObject({ ok: true, event: { key: 'seven', data: null, revision: 4 } });
});

it('lets nothing out that the declaration does not know', () => {
  const talkative = { id: 'a', revision: 1, number: 1, email: 'ann@example.org' } as NumberState;
  expect(encode(event, talkative, sender).value?.toString()).not.toContain('ann@');
});

it('refuses to say what does not fit, naming fields and no values', () => {
  const wrong = { id: 'a', revision: 1, number: 'ann@example.org' } as unknown as NumberState;
  expect(() => encode(event, wrong, sender)).toThrow(EncodeError);
  expect(() => encode(event, wrong, sender)).toThrow(/number invalid_type/);
  expect(() => encode(event, wrong, sender)).not.toThrow(/ann@/);
});

it.each([
  ['no-key', { key: null }],
  ['no-headers', { headers: {} }],
  ['unknown-type', { headers: { ...seven.headers, ce_type: 'jobwire.other.v1' } }],
  ['unknown-version', { headers: { ...seven.headers, ce_type: 'jobwire.test.number.v2' } }],
  ['not-json', { value: Buffer.from('{"id": "ann@example.org') }],
  ['no-revision', { value: null, headers: { ...seven.headers, ce_revision: 'ann@example.org' } }],
  ['schema', { value: Buffer.from('{"id":"ann@example.org"}') }],
])('names what is wrong with a record: %s', (kind, changed) => {
  const failure = failureOf(stored(seven, changed));
  expect(failure?.kind).toBe(kind);
  expect(failure?.reason).not.toContain('ann@');
});

it('takes no tombstone where events have none', () => {
  const fleeting = { ...event, tombstones: false };
  expect(() => encodeTombstone(fleeting, 'a', 1, sender)).toThrow(EncodeError);
  expect(decode(stored(seven, { value: null }), [fleeting])).toMatchObject({ failure: { kind: 'no-value' } });
});

it('says which field of a real event is missing', () => {
  const decoded = decode(stored({ ...seven, headers: { ...seven.headers, ce_type: profileState.type } }), [
    profileState,
  ]);
  expect(decoded).toMatchObject({
    ok: false,
    failure: { reason: expect.stringContaining('owner invalid_type') },
  });
});
