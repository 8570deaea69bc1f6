import type { IncomingMessage, ServerResponse } from 'node:http';
import { problemOf, type ProblemSource } from '../http/problem.js';
import { correlationIdFrom } from '../logging/correlation.js';

export const NOWHERE: ProblemSource = {
  status: 404,
  code: 'NOT_FOUND',
  detail: 'There is nothing at this address.',
};
export const AWAY: ProblemSource = {
  status: 503,
  code: 'UNAVAILABLE',
  detail: 'This part of the service is away. Try again in a few seconds.',
};

/** Answers for a service that cannot, or for none. */
export function refuse(request: IncomingMessage, response: ServerResponse, problem: ProblemSource): void {
  const id = correlationIdFrom(request.headers['x-correlation-id']);
  if (problem.status === 503) response.setHeader('Retry-After', '5');
  response.setHeader('X-Correlation-Id', id);
  response.writeHead(problem.status, { 'Content-Type': 'application/problem+json' });
  response.end(JSON.stringify(problemOf(problem, id)));
}

export function refuseMethod(
  request: IncomingMessage,
  response: ServerResponse,
  allowed: readonly string[],
): void {
  response.setHeader('Allow', allowed.join(', '));
  const detail = `Here one can ${allowed.join(' or ')}, not ${request.method ?? 'that'}.`;
  refuse(request, response, { status: 405, code: 'METHOD_NOT_ALLOWED', detail });
}
