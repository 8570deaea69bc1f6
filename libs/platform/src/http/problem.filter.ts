import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { DomainError, type ErrorKind } from '@jobwire/kernel';
import type { Response } from 'express';
import { throwError, type Observable } from 'rxjs';
import type { Logger } from '../logging/logger.js';
import type { CallRequest } from './call-request.js';
import { problemOf, type ProblemSource } from './problem.js';

const STATUS: Record<ErrorKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  stale: 412,
  'too-large': 413,
  limited: 429,
  unavailable: 503,
};

/** Refusals of the request itself, before its meaning matters. */
const BAD_REQUEST = new Set(['NOT_JSON', 'INVALID_QUERY', 'BAD_CURSOR']);

/**
 * The one place where errors become HTTP: problem+json with a stable code, the faults and the correlation id. Those of
 * event handlers pass through to the consumer, which decides between another try and the dead letter.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): Observable<never> | void {
    if (host.getType() !== 'http') return throwError(() => error);
    const request = host.switchToHttp().getRequest<CallRequest>();
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return void response.end();
    const source = sourceOf(error);
    if (source.status >= 500) this.logger.error({ err: error }, 'a call failed');
    sendProblem(response, source, request.correlationId ?? '');
  }
}

export function sendProblem(response: Response, source: ProblemSource, correlationId: string): void {
  if (source.status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="jobwire"');
  if (source.status === 429 || source.status === 503)
    response.setHeader('Retry-After', String(source.extra?.['retryAfter'] ?? 5));
  response.status(source.status).type('application/problem+json');
  response.send(JSON.stringify(problemOf(source, correlationId)));
}

export function sourceOf(error: unknown): ProblemSource {
  if (error instanceof DomainError) {
    const status = statusOf(error);
    return { status, code: error.code, detail: error.message, faults: error.faults, extra: error.extra };
  }
  if (error instanceof HttpException) return ofNest(error);
  if (isUnavailable(error)) {
    const detail = 'A part of the service is away: try again soon.';
    return { status: 503, code: 'UNAVAILABLE', detail };
  }
  return { status: 500, code: 'INTERNAL', detail: 'Something went wrong on our side.' };
}

function statusOf(error: DomainError): number {
  if (BAD_REQUEST.has(error.code)) return 400;
  return error.code === 'WRONG_MEDIA_TYPE' ? 415 : STATUS[error.kind];
}

function ofNest(error: HttpException): ProblemSource {
  const status = error.getStatus();
  if (status === 404) return { status, code: 'NOT_FOUND', detail: 'There is nothing at this address.' };
  return { status, code: status === 400 ? 'BAD_REQUEST' : `HTTP_${status}`, detail: error.message };
}

function isUnavailable(error: unknown): boolean {
  return error instanceof Error && error.name === 'UnavailableError';
}
