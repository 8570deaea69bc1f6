import type { Metrics } from '../metrics/metrics.js';
import type { Logger } from '../logging/logger.js';
import { correlationIdFrom, withCorrelationId } from '../logging/correlation.js';
import type { NextFunction, Response } from 'express';
import type { CallRequest } from './call-request.js';

/** Wraps every request: correlation id in and out, a log line, a measurement. */
export function requestScope(service: string, logger: Logger, metrics: Metrics) {
  return (request: CallRequest, response: Response, next: NextFunction): void => {
    const started = process.hrtime.bigint();
    const id = correlationIdFrom(request.headers['x-correlation-id'] ?? request.headers['x-request-id']);
    request.correlationId = id;
    response.setHeader('X-Correlation-Id', id);
    response.once('finish', () => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      const route = (request.route as { path?: string } | undefined)?.path ?? 'none';
      metrics.requests.observe(
        { service, call: `${request.method} ${route}`, status: response.statusCode },
        seconds,
      );
      logger.debug(
        { correlationId: id, method: request.method, route, status: response.statusCode, seconds },
        'answered',
      );
    });
    withCorrelationId(id, next);
  };
}
