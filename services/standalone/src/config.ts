import { DEFAULT_PARTITIONS } from '@jobwire/contracts';
import { z } from 'zod';

const Environment = z.object({
  JOBWIRE_HOST: z.string().min(1).default('127.0.0.1'),
  JOBWIRE_PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  JOBWIRE_DATA: z.string().min(1).default('.jobwire'),
  // A commit's metadata holds an offset per partition and has 4 KiB.
  JOBWIRE_PARTITIONS: z.coerce.number().int().min(1).max(256).default(DEFAULT_PARTITIONS),
  JOBWIRE_PREFIX: z
    .string()
    .regex(/^[a-z0-9._-]{0,50}$/)
    .default(''),
  JOBWIRE_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
  JOBWIRE_CALLS_PER_MINUTE: z.coerce.number().int().min(1).max(1e9).default(60_000),
  /** Origins besides its own whose pages may open the websocket, separated by commas. */
  JOBWIRE_ORIGINS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((origin) => origin.trim())
        .filter((origin) => origin !== ''),
    ),
  JOBWIRE_ISSUER: z.url().optional(),
  JOBWIRE_JWKS_URI: z.url().optional(),
  JOBWIRE_AUDIENCE: z.string().min(1).default('jobwire'),
  JOBWIRE_CLAIM_ROLE: z.string().min(1).default('role'),
  JOBWIRE_CLAIM_EMPLOYER: z.string().min(1).default('employer'),
  JOBWIRE_CLAIM_EMPLOYER_NAME: z.string().min(1).default('employer_name'),
  JOBWIRE_URL: z.url().optional(),
  JOBWIRE_TOKEN: z.string().min(1).optional(),
});

export type Config = z.infer<typeof Environment>;

/**
 * The environment as Jobwire reads it.
 * @throws Error with the names of all variables that are wrong, never their values
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
    throw new Error(`These settings are wrong: ${names.join(', ')}. docs/operating.md says what they take.`);
  }
  if ((parsed.data.JOBWIRE_ISSUER === undefined) !== (parsed.data.JOBWIRE_JWKS_URI === undefined))
    throw new Error('JOBWIRE_ISSUER and JOBWIRE_JWKS_URI go together: set both or neither.');
  return parsed.data;
}
