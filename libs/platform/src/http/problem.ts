import type { Problem } from '@jobwire/contracts';
import type { FieldFault } from '@jobwire/kernel';
import { STATUS_CODES } from 'node:http';

export interface ProblemSource {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly faults?: readonly FieldFault[];
  readonly extra?: Readonly<Record<string, string | number>>;
}

/** RFC 9457. */
export function problemOf(source: ProblemSource, correlationId: string): Problem {
  return {
    ...source.extra,
    type: `urn:jobwire:problem:${source.code.toLowerCase().replaceAll('_', '-')}`,
    title: STATUS_CODES[source.status] ?? 'Error',
    status: source.status,
    code: source.code,
    detail: source.detail,
    correlationId,
    ...(source.faults === undefined || source.faults.length === 0 ? {} : { errors: [...source.faults] }),
  };
}
