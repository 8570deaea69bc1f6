import { z } from 'zod';

/** RFC 9457 problem details, with a stable code, the fields at fault and the id that stands in the logs. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    correlationId: z.string(),
    errors: z
      .array(z.object({ field: z.string(), reason: z.string(), remedy: z.string().optional() }))
      .optional(),
  })
  .catchall(z.unknown())
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
