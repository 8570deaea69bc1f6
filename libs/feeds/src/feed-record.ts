import type { BatchItem } from '@jobwire/contracts';
import type { FieldFault } from '@jobwire/kernel';
import type { z } from 'zod';

/** Where a record stands in its feed. */
export type Place = { readonly line: number } | { readonly path: string };

/** One posting of a feed, ready for `POST /api/v1/vacancies/batch`, or what is wrong with it. */
export type FeedRecord =
  | { readonly place: Place; readonly item: FeedItem }
  | { readonly place: Place; readonly faults: readonly FieldFault[] };

export type FeedItem = z.input<typeof BatchItem>;

/** The feed as a whole cannot be read on; what came before it was good. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
}
