import type { Role } from '@jobwire/contracts';
import { instanceOf, signToken, type Instance } from '@jobwire/platform';

export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

// What tests look at in an answer; they know what they asked for.
// oxlint-disable-next-line typescript/no-explicit-any
type Json = any;

/** Calls the public API as somebody. */
export class Api {
  constructor(
    readonly url: string,
    private readonly token?: string,
  ) {}

  async call<Body = Json>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    const response = await fetch(new URL(path, this.url), {
      method,
      headers: {
        ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson ? JSON.parse(text) : text) as Body,
    };
  }

  get<Body = Json>(path: string): Promise<Answer<Body>> {
    return this.call<Body>('GET', path);
  }

  post<Body = Json>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<Body>> {
    return this.call<Body>('POST', path, body, headers);
  }

  put<Body = Json>(path: string, body: unknown): Promise<Answer<Body>> {
    return this.call<Body>('PUT', path, body);
  }
}

/** People who may call a Jobwire with its own key in a data folder. */
export class Callers {
  private readonly instance: Instance;

  constructor(
    private readonly url: string,
    data: string,
  ) {
    this.instance = instanceOf(data);
  }

  nobody(): Api {
    return new Api(this.url);
  }

  jobseeker(subject: string): Promise<Api> {
    return this.as('jobseeker', subject);
  }

  employer(id: string, name = id): Promise<Api> {
    return this.as('employer', `who-hires-at-${id}`, { employer: id, employerName: name });
  }

  operator(): Promise<Api> {
    return this.as('operator', 'ops');
  }

  private async as(role: Role, subject: string, more: object = {}): Promise<Api> {
    return new Api(this.url, await signToken(this.instance, { role, subject, ...more }));
  }
}
