import { MEBIBYTE, type Call } from '@jobwire/contracts';
import { DomainError } from '@jobwire/kernel';
import express, { type Request, type Response } from 'express';

/**
 * Reads a JSON body within the call's limit; a body that is absent is undefined.
 * @throws DomainError BODY_TOO_LARGE, NOT_JSON or WRONG_MEDIA_TYPE
 */
export async function readBody(call: Call, request: Request, response: Response): Promise<unknown> {
  if (call.method === 'GET' || !hasBody(request)) return undefined;
  const types = ['application/json', ...(call.mediaTypes ?? [])];
  if (request.is(types) === false) {
    throw new DomainError({
      kind: 'invalid',
      code: 'WRONG_MEDIA_TYPE',
      message: `The body is not ${types.join(' or ')}: set the Content-Type header.`,
    });
  }
  const limit = call.bodyLimit ?? MEBIBYTE;
  const parse = express.json({ limit, type: () => true, strict: false });
  await new Promise<void>((resolve, reject) => {
    parse(request, response, (error?: unknown) =>
      error === undefined ? resolve() : reject(refusal(error, limit)),
    );
  });
  return request.body as unknown;
}

function hasBody(request: Request): boolean {
  const length = request.headers['content-length'];
  return request.headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}

function refusal(error: unknown, limit: number): unknown {
  const type = (error as { type?: string }).type;
  if (type === 'entity.too.large') {
    return new DomainError({
      kind: 'too-large',
      code: 'BODY_TOO_LARGE',
      message: `The body is larger than ${limit / MEBIBYTE} MiB: send less at once.`,
    });
  }
  if (type === 'request.aborted') return error;
  return new DomainError({
    kind: 'invalid',
    code: 'NOT_JSON',
    message: 'The body is not valid JSON in UTF-8.',
    faults: [{ field: 'body', reason: 'is not valid JSON', remedy: 'check quotes, commas and the encoding' }],
  });
}
