import { z } from 'zod';

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Z}\s]/gu;

/** Nothing is left once control, format and white space go. */
export function isBlank(value: string): boolean {
  return value.replace(INVISIBLE, '') === '';
}

/** Characters as people count them: code points, which is also what JSON Schema counts. */
function lengthOf(value: string): number {
  let length = 0;
  for (const _ of value) length++;
  return length;
}

/** Text that says something, of at most `max` characters. */
export function text(max: number) {
  return z
    .string()
    .refine((value) => value.length <= max || lengthOf(value) <= max, {
      error: `is longer than ${max} characters: shorten it`,
      abort: true,
    })
    .refine((value) => !isBlank(value), { error: 'is blank: write something people can read' })
    .meta({ minLength: 1, maxLength: max });
}

/** An instant: RFC 3339 with a zone, or a date, which means its end in UTC. */
export const Instant = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], {
    error: 'is not a date or a time with its zone: write 2026-01-31 or 2026-01-31T17:00:00Z',
  })
  .transform((value) => (value.length === 10 ? `${value}T23:59:59.999Z` : inUtc(value)));

/** "Never" west of Greenwich is the year 10000 in UTC, whose sign makes it sort before every other. */
function inUtc(value: string): string {
  const instant = new Date(value).toISOString();
  return instant.startsWith('+') ? '9999-12-31T23:59:59.999Z' : instant;
}
