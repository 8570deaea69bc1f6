import { allCalls, closeCodes, openApiDocument } from '@jobwire/contracts';
import { apiReference } from './api-reference.js';
import { liveReference } from './live-reference.js';

const reference = apiReference(openApiDocument(allCalls, '1.0.0'));
const calls = reference.groups.flatMap((group) => group.calls);

it('shows every call of the API, with its own refusals', () => {
  expect(calls.map((call) => call.id).toSorted()).toEqual(allCalls.map((call) => call.name).toSorted());
  const post = calls.find((call) => call.id === 'postVacancy');
  expect(post?.refusals.map(({ code }) => code)).toContain('EXTERNAL_REFERENCE_TAKEN');
  expect(post?.who).toBe('employers');
});

it('shows fields within fields by their path', () => {
  const names = calls.find((call) => call.id === 'putProfile')?.body.map((row) => row.name);
  expect(names).toEqual(expect.arrayContaining(['skills', 'skills[].skill', 'location.town', 'radiusMiles']));
});

it('shows every message and close code of the websocket', () => {
  const live = liveReference();
  expect(live.messages.map(({ from, type }) => `${from} ${type}`)).toEqual([
    'client hello',
    'client renew',
    'server ready',
    'server alert',
    'server candidate',
    'server renew',
  ]);
  expect(live.closeCodes).toHaveLength(Object.keys(closeCodes).length);
  expect(live.closeCodes.find(({ code }) => code === 3500)?.comeBack).toBe(false);
});
