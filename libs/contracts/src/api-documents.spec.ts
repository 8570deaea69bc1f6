import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import asyncApiSchema from '@asyncapi/specs/schemas/3.0.0-without-$id.json' with { type: 'json' };
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv } from 'ajv';
import { asyncApiDocument } from './asyncapi/asyncapi.js';
import { allCalls } from './http/calls.js';
import { openApiDocument } from './http/openapi.js';

const committed = (name: string): { info: { version: string } } =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../docs/api', name), 'utf8')) as {
    info: { version: string };
  };
const HINT = 'run `npm run api` and look at what it says';

it('the OpenAPI document is valid', async () => {
  const validator = new Validator();
  const answer = await validator.validate(openApiDocument(allCalls, '1.0.0'));
  expect(answer.errors ?? []).toEqual([]);
});

it('the AsyncAPI document is valid', () => {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: false });
  const validate = ajv.compile(asyncApiSchema);
  validate(asyncApiDocument('1.0.0'));
  expect(validate.errors ?? []).toEqual([]);
});

it('docs/api has the documents as the declarations say them', () => {
  const http = committed('openapi.json');
  const topics = committed('asyncapi.json');
  const now = {
    'openapi.json': openApiDocument(allCalls, http.info.version),
    'asyncapi.json': asyncApiDocument(topics.info.version),
  };
  expect({ hint: HINT, ...(JSON.parse(JSON.stringify(now)) as object) }).toEqual({
    hint: HINT,
    'openapi.json': http,
    'asyncapi.json': topics,
  });
});
