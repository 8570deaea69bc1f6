import type { Call, Problem } from '@jobwire/contracts';
import { headersToPassOn } from '@jobwire/platform';
import type { AnswerOf, Asked, Reply } from '../../application/answers.js';
import type { JobwireSite } from '../../application/jobwire-site.js';

const PATIENCE_MS = 15_000;

/** A client of the public HTTP API like any other. Refusals are values; only a broken network is turned into one. */
export class JobwireApi implements JobwireSite {
  constructor(private readonly origin: () => string) {}

  async ask<C extends Call>(call: C, asked: Asked = {}): Promise<Reply<AnswerOf<C>>> {
    try {
      const response = await fetch(this.addressOf(call, asked), requestOf(call, asked));
      const text = await response.text();
      const body: unknown = text === '' ? undefined : JSON.parse(text);
      if (response.ok) return { ok: true, body: body as AnswerOf<C> };
      return { ok: false, problem: body as Problem };
    } catch {
      return { ok: false, problem: AWAY };
    }
  }

  private addressOf(call: Call, { params = {}, query = {} }: Asked): URL {
    const path = call.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
    const url = new URL(path, this.origin());
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    return url;
  }
}

function requestOf(call: Call, { token, body, headers }: Asked): RequestInit {
  return {
    method: call.method,
    signal: AbortSignal.timeout(PATIENCE_MS),
    headers: {
      ...headersToPassOn(),
      ...headers,
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}

const AWAY: Problem = {
  type: 'urn:jobwire:problem:unavailable',
  title: 'Service Unavailable',
  status: 503,
  code: 'UNAVAILABLE',
  detail: 'This part of Jobwire is away for the moment: try again soon.',
  correlationId: '',
};
