import type { Call, Problem } from '@jobwire/contracts';
import type { z } from 'zod';

type BodyIn<C extends Call, S extends keyof C['answers']> = C['answers'][S] extends { body: infer Schema }
  ? Schema extends z.ZodType
    ? z.output<Schema>
    : undefined
  : never;

/** What a call answers when all is well. */
export type AnswerOf<C extends Call> = { [S in keyof C['answers']]: BodyIn<C, S> }[keyof C['answers']];

/** An answer or a refusal; a refusal is a value, for a page has to show it. */
export type Reply<Answer> =
  | { readonly ok: true; readonly body: Answer }
  | { readonly ok: false; readonly problem: Problem };

export interface Asked {
  readonly token?: string | undefined;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
