/** What sort of refusal an error is. Each edge (HTTP, pages, the log) translates a kind once. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'stale'
  | 'too-large'
  | 'limited'
  | 'unavailable';

/** One field that is wrong: where, why and what to do about it. */
export interface FieldFault {
  readonly field: string;
  readonly reason: string;
  readonly remedy?: string | undefined;
}

export interface DomainErrorDetails {
  readonly kind: ErrorKind;
  /** Stable, SCREAMING_SNAKE_CASE; programs decide on it, so it never changes its meaning. */
  readonly code: string;
  /** What was wrong, with which field, and what to do. Never a secret, never personal data. */
  readonly message: string;
  readonly faults?: readonly FieldFault[];
  /** More that a program may need, such as the id of the vacancy that is in the way. */
  readonly extra?: Readonly<Record<string, string | number>>;
  readonly cause?: unknown;
}

/** An expected refusal. Anything else that is thrown is a defect or a dependency that is away. */
export class DomainError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly faults: readonly FieldFault[];
  readonly extra: Readonly<Record<string, string | number>>;

  constructor(details: DomainErrorDetails) {
    super(details.message, { cause: details.cause });
    this.name = 'DomainError';
    this.kind = details.kind;
    this.code = details.code;
    this.faults = details.faults ?? [];
    this.extra = details.extra ?? {};
  }
}
