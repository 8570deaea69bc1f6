import { DomainError } from '@jobwire/kernel';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const MINUTE_SECONDS = 60;

/** How many calls a minute one caller may make of this process: a guard against programs that run wild. */
export class CallLimit {
  private readonly limiter: RateLimiterMemory;

  constructor(callsAMinute: number) {
    this.limiter = new RateLimiterMemory({ points: callsAMinute, duration: MINUTE_SECONDS });
  }

  /** @throws DomainError TOO_MANY_CALLS that says when to come back */
  async count(caller: string): Promise<void> {
    try {
      await this.limiter.consume(caller);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const retryAfter = Math.ceil(refusal.msBeforeNext / 1000);
      throw new DomainError({
        kind: 'limited',
        code: 'TOO_MANY_CALLS',
        message: `Too many calls: wait ${retryAfter} seconds, and send vacancies in batches.`,
        extra: { retryAfter },
      });
    }
  }
}
