import { houseShape, readSettings } from '@jobwire/platform';
import { z } from 'zod';

const shape = {
  ...houseShape,
  JOBWIRE_URL: z.url().optional(),
  JOBWIRE_TOKEN: z.string().min(1).optional(),
};

export type Config = z.output<z.ZodObject<typeof shape>>;

/** The environment as Jobwire reads it. @throws Error with the names of all variables that are wrong, never their values */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  return readSettings(shape, environment);
}
