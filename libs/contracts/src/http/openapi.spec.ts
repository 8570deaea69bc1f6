import { allCalls, calls } from './calls.js';
import { openApiDocument } from './openapi.js';

const document = openApiDocument(allCalls, '0.0.0') as {
  paths: Record<string, Record<string, Record<string, unknown>>>;
};

it('describes every declared call', () => {
  for (const call of allCalls) {
    expect(document.paths[call.path]?.[call.method.toLowerCase()]?.['operationId']).toBe(call.name);
  }
});

it('names each call once', () => {
  expect(new Set(allCalls.map((call) => call.name)).size).toBe(allCalls.length);
  expect(new Set(allCalls.map((call) => `${call.method} ${call.path}`)).size).toBe(allCalls.length);
});

it('tells the limits of a title, in characters', () => {
  const post = JSON.stringify(document.paths[calls.postVacancy.path]?.['post']);
  expect(post).toContain('"maxLength":200');
});
