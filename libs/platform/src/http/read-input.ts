import type { Call } from '@jobwire/contracts';
import type { Response } from 'express';
import { z } from 'zod';
import type { CallRequest, Input } from './call-request.js';
import { invalidInput } from './faults.js';
import { readBody } from './read-body.js';

const NOTHING = z.strictObject({});
/** `{}` says nothing: many clients send it with every call. */
const NO_BODY = NOTHING.optional();

/**
 * Everything a call takes, checked against its declaration. Unknown fields and query parameters are refused.
 * @throws DomainError INVALID_QUERY, INVALID_BODY, or what readBody throws
 */
export async function readInput(call: Call, request: CallRequest, response: Response): Promise<Input<Call>> {
  const params = check(call.params ?? NOTHING, request.params, 'path', 'INVALID_QUERY');
  const query = check(call.query ?? NOTHING, request.query, 'query', 'INVALID_QUERY');
  const raw = await readBody(call, request, response);
  const body = check(call.body ?? NO_BODY, raw, 'body', 'INVALID_BODY');
  return {
    params,
    query,
    body,
    headers: Object.fromEntries(
      Object.keys(call.headers ?? {}).map((name) => [name, request.get(name)] as const),
    ),
    caller: request.caller,
  } as Input<Call>;
}

function check(schema: z.ZodType, value: unknown, place: string, code: string): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalidInput(parsed.error, place, code);
}
