import { asyncApiDocument } from '../asyncapi/asyncapi.js';
import { allCalls, calls } from '../http/calls.js';
import { openApiDocument } from '../http/openapi.js';
import { asyncApiChanges, openApiChanges } from './document-changes.js';
import { schemaChanges, type Json } from './schema-changes.js';

const http = (): Json => JSON.parse(JSON.stringify(openApiDocument(allCalls, '1'))) as Json;
const topics = (): Json => JSON.parse(JSON.stringify(asyncApiDocument('1'))) as Json;
// Tests look into documents whose shape they know.
// oxlint-disable-next-line typescript/no-explicit-any
type Any = any;

it('finds nothing where nothing changed, nor where something was only added', () => {
  const more = topics() as Any;
  more.components.messages['jobwire.vacancy.state.v1'].payload.properties.added = { type: 'string' };
  expect(asyncApiChanges(topics(), more)).toEqual([]);
  const document = http() as Any;
  document.paths['/api/v1/more'] = {};
  expect(openApiChanges(http(), document)).toEqual([]);
});

const { path } = calls.postVacancy;
it.each<[string, (document: Any) => void]>([
  [`${path}: is gone`, ({ paths }) => delete paths[path]],
  ['title: is gone', (d) => delete bodyOf(d).properties.title],
  ['positions: is required now', (d) => bodyOf(d).required.push('positions')],
  ['maxLength was 200 and is 100', (d) => (bodyOf(d).properties.title.maxLength = 100)],
  ['no longer takes "full"', (d) => bodyOf(d).properties.remote.enum.splice(2)],
  ['201: is gone', (d) => delete d.paths[path].post.responses['201']],
  ['revision: may be missing now', (d) => remove(answerOf(d).required, 'revision')],
  ['revision: may be "string" now', (d) => (answerOf(d).properties.revision.type = 'string')],
])('says of a call that %s', (sentence, change) => {
  const after = http();
  change(after);
  expect(openApiChanges(http(), after).join('\n')).toContain(sentence);
});

it.each<[string, (document: Any) => void]>([
  ['channel alerts.v1: is gone', (d) => delete d.channels['alerts.v1']],
  ['partitions or clean-up', (d) => (d.channels['matches.v1'].bindings.kafka.partitions = 3)],
  ['status: may be "paused" now', (d) => stateOf(d).properties.status.enum.push('paused')],
  [
    'ticket: maxLength was 200',
    (d) => (d.components.messages['client.hello'].payload.properties.ticket.maxLength = 9),
  ],
])('says of a topic that %s', (sentence, change) => {
  const after = topics();
  change(after);
  expect(asyncApiChanges(topics(), after).join('\n')).toContain(sentence);
});

it('lets what is taken grow wider and what is said grow narrower', () => {
  const [narrow, wide] = [
    { type: 'string', maxLength: 5 },
    { type: ['string', 'null'], maxLength: 9 },
  ];
  expect(schemaChanges(narrow, wide, 'input', 'x')).toEqual([]);
  expect(schemaChanges(wide, narrow, 'output', 'x')).toEqual([]);
  expect(schemaChanges(wide, narrow, 'input', 'x')).toHaveLength(2);
  expect(schemaChanges(narrow, wide, 'output', 'x')).toHaveLength(2);
});

const bodyOf = (d: Any): Any => d.paths[path].post.requestBody.content['application/json'].schema;
const answerOf = (d: Any): Any => d.paths[path].post.responses['201'].content['application/json'].schema;
const stateOf = (d: Any): Any => d.components.messages['jobwire.vacancy.state.v1'].payload;

function remove(list: string[], item: string): void {
  list.splice(list.indexOf(item), 1);
}
