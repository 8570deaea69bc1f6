import type { z } from 'zod';
import type { Role } from '../vocabulary.js';

export const serviceNames = ['vacancies', 'profiles', 'matching', 'notifications', 'web'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** Who may call: the roles named, anybody with a good token, or anybody at all (a token given is still checked). */
export type Audience = readonly Role[] | 'signed-in' | 'anyone';

/**
 * One HTTP call, declared once: the controller that answers it, the route table of the front door, the checks at the
 * door, the OpenAPI document and the clients are all derived from this.
 */
export interface Call<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
> {
  /** Also the OpenAPI operationId. */
  readonly name: string;
  /** The service that answers; a path prefix cannot tell. */
  readonly service: ServiceName;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With parameters in braces: `/api/v1/vacancies/{id}`. */
  readonly path: string;
  readonly who: Audience;
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Media types taken besides application/json. */
  readonly mediaTypes?: readonly string[];
  /** Request headers that mean something to the call, lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes; 1 MiB when absent. */
  readonly bodyLimit?: number;
  /** What is answered when all is well: status to schema, null for no body. */
  readonly answers: Readonly<Record<number, { description: string; body: z.ZodType | null }>>;
  /** Refusals of its own, code to meaning, besides those every call has. */
  readonly refusals?: Readonly<Record<string, string>>;
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** What a handler receives: checked, with defaults filled in. */
export type ParamsOf<C extends Call> = Parsed<C['params']>;
export type QueryOf<C extends Call> = Parsed<C['query']>;
export type BodyOf<C extends Call> = Parsed<C['body']>;

/** Keeps the exact types of a declaration. */
export function defineCall<const C extends Call>(call: C): C {
  return call;
}

export const MEBIBYTE = 1_048_576;
