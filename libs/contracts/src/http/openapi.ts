import type { z } from 'zod';
import type { Call } from './call.js';
import { schemaOf } from '../json-schema.js';
import { Problem } from './problem.js';

/** What can go wrong with any call, by status. */
const SHARED_REFUSALS: Readonly<Record<number, string>> = {
  400: 'Not JSON, or a query that is wrong (NOT_JSON, INVALID_QUERY, BAD_CURSOR).',
  401: 'No token, or a bad one (TOKEN_MISSING, TOKEN_INVALID, TOKEN_EXPIRED).',
  403: 'Not for this role, or not yours (WRONG_ROLE and others).',
  404: 'Not there, or not yours.',
  413: 'Larger than the limit (BODY_TOO_LARGE).',
  415: 'Another media type than declared (WRONG_MEDIA_TYPE).',
  422: 'A field is wrong; `errors` names it and says what to do (INVALID_BODY and others).',
  429: 'Too many calls; see Retry-After.',
  503: 'A part is away; see Retry-After.',
};

/** The OpenAPI 3.1 document of the calls; derived, never written by hand. */
export function openApiDocument(calls: readonly Call[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const call of calls) (paths[call.path] ??= {})[call.method.toLowerCase()] = operationOf(call);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Jobwire',
      version,
      description:
        'Real-time job matching. Errors are application/problem+json with a stable `code`. Live messages and topics: /api/asyncapi.json.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

function operationOf(call: Call): Record<string, unknown> {
  return {
    operationId: call.name,
    summary: call.summary,
    tags: [call.service],
    ...(call.refusals === undefined ? {} : { description: refusalsInWords(call.refusals) }),
    security: call.who === 'anyone' ? [{}, { bearer: [] }] : [{ bearer: [] }],
    ...(Array.isArray(call.who) ? { 'x-roles': call.who } : {}),
    parameters: [
      ...parametersOf(call.params, 'path'),
      ...parametersOf(call.query, 'query'),
      ...Object.entries(call.headers ?? {}).map(([name, description]) => headerParameter(name, description)),
    ],
    ...(call.body === undefined ? {} : { requestBody: bodyOf(call, call.body) }),
    responses: responsesOf(call),
  };
}

function refusalsInWords(refusals: Readonly<Record<string, string>>): string {
  return Object.entries(refusals)
    .map(([code, meaning]) => `- \`${code}\`: ${meaning}`)
    .join('\n');
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): unknown[] {
  if (schema === undefined) return [];
  const { properties, required } = schemaOf(schema, 'input') as {
    properties?: Record<string, { description?: string }>;
    required?: string[];
  };
  return Object.entries(properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: required?.includes(name) ?? false,
    ...(property.description === undefined ? {} : { description: property.description }),
    schema: property,
  }));
}

function headerParameter(name: string, description: string): unknown {
  return { name, in: 'header', required: false, description, schema: { type: 'string' } };
}

function bodyOf(call: Call, body: z.ZodType): Record<string, unknown> {
  const schema = schemaOf(body, 'input');
  const types = ['application/json', ...(call.mediaTypes ?? [])];
  return {
    required: !body.safeParse(undefined).success,
    content: Object.fromEntries(types.map((type) => [type, { schema }])),
  };
}

function responsesOf(call: Call): Record<string, unknown> {
  const good = Object.entries(call.answers).map(([status, { description, body }]) => [
    status,
    {
      description,
      ...(body === null ? {} : { content: { 'application/json': { schema: schemaOf(body, 'output') } } }),
    },
  ]);
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  const bad = Object.entries(SHARED_REFUSALS).map(([status, description]) => [
    status,
    { description, content: problem },
  ]);
  return Object.fromEntries([...good, ...bad]) as Record<string, unknown>;
}
