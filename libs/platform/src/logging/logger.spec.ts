import { along, nowhere } from '@jobwire/messaging';
import { createLogger } from './logger.js';

let lines: string[];
const logger = () =>
  createLogger({ level: 'trace', name: 'test', destination: { write: (line) => void lines.push(line) } });
beforeEach(() => {
  lines = [];
});

const token = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJl';
const uri = 'mongodb://jobwire:hunter2@db.example:27017/?tls=true';

it.each([
  ['a password in an address', { uri }],
  ['an address in an error', { err: new Error(`cannot reach ${uri}`) }],
  ['an address in the cause of an error', { err: new Error('away', { cause: new Error(uri) }) }],
  ['a password of SASL', { kafka: { sasl: { password: 'hunter2' } } }],
  ['a token under any name', { header: `Bearer ${token}` }],
  ['a token in an error', { err: new Error(`refused ${token}`) }],
])('never writes %s', (_, fields) => {
  logger().error(fields, `with ${uri} and ${token}`);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('db.example');
  expect(lines[0]).not.toMatch(/hunter2|c2lnbmF0dXJl/);
  expect(() => JSON.parse(lines[0] ?? '') as unknown).not.toThrow();
});

it('names the call whose work it is', () => {
  along({ ...nowhere, correlationId: 'call-1' }, () => logger().info('handled'));
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ correlationId: 'call-1', msg: 'handled' });
});
