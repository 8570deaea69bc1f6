import { z } from 'zod';
import { houseShape, kafkaShape, mongoShape } from '../settings/shapes.js';

/** What a service that runs as a process of its own takes. */
export const serviceShape = {
  ...houseShape,
  ...kafkaShape,
  ...mongoShape,
  /** Told apart from its twins in metrics and logs; its service's name when absent. */
  JOBWIRE_PROCESS: z.string().min(1).optional(),
};

export type ServiceSettings = z.output<z.ZodObject<typeof serviceShape>>;
