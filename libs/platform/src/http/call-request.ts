import type { BodyOf, Call, ParamsOf, QueryOf } from '@jobwire/contracts';
import type { Request } from 'express';
import type { Caller } from '../auth/caller.js';

export interface CallRequest extends Request {
  caller?: Caller;
  correlationId?: string;
  input?: Input<Call>;
}

/** What a controller's method gets: all of it checked against the declaration. */
export interface Input<C extends Call> {
  readonly params: ParamsOf<C>;
  readonly query: QueryOf<C>;
  readonly body: BodyOf<C>;
  /** The request headers that the declaration names, lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Always there unless the call is for anyone. */
  readonly caller: C['who'] extends 'anyone' ? Caller | undefined : Caller;
}

/** An answer with another status than the declaration's first, or with headers. */
export class Answered {
  constructor(
    readonly body: unknown,
    readonly options: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {}
}
