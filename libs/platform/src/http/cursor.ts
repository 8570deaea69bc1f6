import { DomainError } from '@jobwire/kernel';
import type { z } from 'zod';

/** The `next` of a page: where it ended, in a form that programs do not take apart. */
export function cursorOf(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** @throws DomainError BAD_CURSOR */
export function readCursor<Place>(cursor: string, schema: z.ZodType<Place>): Place {
  const parsed = schema.safeParse(decode(cursor));
  if (parsed.success) return parsed.data;
  throw badCursor();
}

export function badCursor(): DomainError {
  return new DomainError({
    kind: 'invalid',
    code: 'BAD_CURSOR',
    message: 'after is not the next of a page: send it as it was given, or leave it out.',
    faults: [{ field: 'after', reason: 'is not the next of a page', remedy: 'send it as it was given' }],
  });
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
