import { SpanKind, SpanStatusCode, trace, type Context } from '@opentelemetry/api';

/** A call being answered, as a part of the caller's trace or the beginning of one; free where traces are off. */
export function answering(service: string, method: string, caller: Context) {
  const attributes = { 'http.request.method': method, 'jobwire.service': service };
  const span = trace
    .getTracer('@jobwire/platform')
    .startSpan(method, { kind: SpanKind.SERVER, attributes }, caller);
  return {
    /** For what the call sets off. */
    trace: trace.setSpan(caller, span),
    /** `route` is the pattern: the path itself may name somebody. */
    end: (route: string, status: number): void => {
      span.updateName(`${method} ${route}`);
      span.setAttributes({ 'http.route': route, 'http.response.status_code': status });
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}
