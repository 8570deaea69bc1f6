import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<string>();
const ACCEPTABLE = /^[\w.-]{1,64}$/;

/** Everything that `work` starts is logged with this id. */
export function withCorrelationId<Result>(id: string, work: () => Result): Result {
  return storage.run(id, work);
}

export function currentCorrelationId(): string | undefined {
  return storage.getStore();
}

/** The id a caller sent, when it is harmless in a log line; else a new one. */
export function correlationIdFrom(header: string | string[] | undefined): string {
  return typeof header === 'string' && ACCEPTABLE.test(header) ? header : crypto.randomUUID();
}
