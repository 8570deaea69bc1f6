import DataLoader from 'dataloader';

/** Requests, each of up to a thousand documents. */
const MOST_AT_ONCE = 32;

/**
 * Answers what is asked for in the same turn in one go. A reader works on a batch of each partition at the same time,
 * step by step alike, and a round trip of its own for each costs about a millisecond of processor on both ends: with
 * twelve partitions most of what a vacancy costs.
 *
 * `ask` answers in the order asked; an Error among the answers is that request's alone, one it throws is everybody's.
 */
export function together<Request, Answer>(
  ask: (requests: readonly Request[]) => Promise<readonly (Answer | Error)[]>,
): (request: Request) => Promise<Answer> {
  const loader = new DataLoader<Request, Answer>((requests) => ask(requests), {
    cache: false,
    maxBatchSize: MOST_AT_ONCE,
    batchScheduleFn: (go) => void setImmediate(go),
  });
  return (request) => loader.load(request);
}
