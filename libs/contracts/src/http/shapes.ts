import { z } from 'zod';
import { text } from './text.js';

export const Label = text(200);
export const Id = z.string().min(1).max(200);

/** A page: `limit` items, and `next` to ask for those after it (absent on the last page). */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().optional() });
}

export const pageQuery = {
  after: z.string().min(1).max(500).optional().meta({ description: 'The `next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** A call that needs no body takes none, or `{}`. */
export const NoBody = z.strictObject({}).optional();

export const ById = z.strictObject({ id: Id });
