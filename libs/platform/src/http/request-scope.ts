import { along, journeyOf } from '@jobwire/messaging';
import type { NextFunction, Response } from 'express';
import { correlationIdFrom } from '../logging/correlation.js';
import type { Logger } from '../logging/logger.js';
import type { Metrics } from '../metrics/metrics.js';
import { answering } from '../tracing/answering.js';
import type { CallRequest } from './call-request.js';

/** Wraps every request: correlation id in and out, a span, a log line, a measurement. */
export function requestScope(service: string, logger: Logger, metrics: Metrics) {
  return (request: CallRequest, response: Response, next: NextFunction): void => {
    const started = process.hrtime.bigint();
    const id = correlationIdFrom(request.headers['x-correlation-id'] ?? request.headers['x-request-id']);
    request.correlationId = id;
    response.setHeader('X-Correlation-Id', id);
    const call = answering(service, request.method, journeyOf(request.headers).trace);
    const routeOf = (): string => (request.route as { path?: string } | undefined)?.path ?? 'none';
    response.once('close', () => call.end(routeOf(), response.statusCode));
    response.once('finish', () => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      const route = routeOf();
      metrics.requests.observe(
        { service, call: `${request.method} ${route}`, status: response.statusCode },
        seconds,
      );
      logger.debug(
        { correlationId: id, method: request.method, route, status: response.statusCode, seconds },
        'answered',
      );
    });
    along({ correlationId: id, since: Date.now(), trace: call.trace }, next);
  };
}
