import { DEFAULT_PARTITIONS } from '@jobwire/contracts';
import { z } from 'zod';
import type { ExternalIssuer } from '../auth/verifier.js';

const separated = z
  .string()
  .default('')
  .transform((list) =>
    list
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  );

/** What every way of running Jobwire takes. */
export const houseShape = {
  JOBWIRE_HOST: z.string().min(1).default('127.0.0.1'),
  /** The address at which others reach it, where that is not JOBWIRE_HOST: a container's published port. */
  JOBWIRE_PUBLISHED_ON: z.string().min(1).optional(),
  JOBWIRE_PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  JOBWIRE_DATA: z.string().min(1).default('.jobwire'),
  // A commit's metadata holds an offset per partition and has 4 KiB.
  JOBWIRE_PARTITIONS: z.coerce.number().int().min(1).max(256).default(DEFAULT_PARTITIONS),
  JOBWIRE_PREFIX: z
    .string()
    .regex(/^[a-z0-9._-]{0,50}$/)
    .default(''),
  JOBWIRE_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
  /** Where traces go, over OTLP on HTTP: of all signals, or of traces alone. None are made without. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: z.url().optional(),
  JOBWIRE_CALLS_PER_MINUTE: z.coerce.number().int().min(1).max(1e9).default(60_000),
  /** Folder of a taxonomy made by `jobwire taxonomy build`; the shipped one without it. */
  JOBWIRE_TAXONOMY: z.string().min(1).optional(),
  /** Folder of places made by `jobwire places build`; the shipped ones without it. */
  JOBWIRE_PLACES: z.string().min(1).optional(),
  /** Folder for the snapshot of the matching index. */
  JOBWIRE_INDEX: z.string().min(1).optional(),
  /** Origins besides its own whose pages may open the websocket, separated by commas. */
  JOBWIRE_ORIGINS: separated,
  JOBWIRE_ISSUER: z.url().optional(),
  JOBWIRE_JWKS_URI: z.url().optional(),
  JOBWIRE_AUDIENCE: z.string().min(1).default('jobwire'),
  JOBWIRE_CLAIM_ROLE: z.string().min(1).default('role'),
  JOBWIRE_CLAIM_EMPLOYER: z.string().min(1).default('employer'),
  JOBWIRE_CLAIM_EMPLOYER_NAME: z.string().min(1).default('employer_name'),
};

/** Where Kafka is, and who says so. */
export const kafkaShape = {
  /** `host:port` of some brokers, separated by commas. */
  JOBWIRE_KAFKA: separated.refine((brokers) => brokers.length > 0),
  JOBWIRE_KAFKA_REPLICATION: z.coerce.number().int().min(-1).max(32).default(-1),
  JOBWIRE_KAFKA_TLS: z.stringbool().default(false),
  /** PEM. */
  JOBWIRE_KAFKA_CA: z.string().optional(),
  JOBWIRE_KAFKA_CERT: z.string().optional(),
  JOBWIRE_KAFKA_KEY: z.string().optional(),
  JOBWIRE_KAFKA_SASL: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']).optional(),
  JOBWIRE_KAFKA_USERNAME: z.string().min(1).optional(),
  JOBWIRE_KAFKA_PASSWORD: z.string().min(1).optional(),
};

export const mongoShape = {
  JOBWIRE_MONGODB: z.string().regex(/^mongodb(\+srv)?:\/\//),
};

export type HouseSettings = z.output<z.ZodObject<typeof houseShape>>;
export type KafkaSettings = z.output<z.ZodObject<typeof kafkaShape>>;

/** @throws Error when only one of the two is set */
export function externalIssuer(settings: HouseSettings): ExternalIssuer | undefined {
  const { JOBWIRE_ISSUER: issuer, JOBWIRE_JWKS_URI: jwksUri } = settings;
  if ((issuer === undefined) !== (jwksUri === undefined))
    throw new Error('JOBWIRE_ISSUER and JOBWIRE_JWKS_URI go together: set both or neither.');
  if (issuer === undefined || jwksUri === undefined) return undefined;
  return {
    issuer,
    jwksUri,
    audience: settings.JOBWIRE_AUDIENCE,
    claims: {
      role: settings.JOBWIRE_CLAIM_ROLE,
      employer: settings.JOBWIRE_CLAIM_EMPLOYER,
      employerName: settings.JOBWIRE_CLAIM_EMPLOYER_NAME,
    },
  };
}

/** Named development persons may sign in: only with the instance's own key, and where nobody from outside gets in. */
export function maySignInByName(settings: HouseSettings): boolean {
  const { JOBWIRE_ISSUER, JOBWIRE_HOST, JOBWIRE_PUBLISHED_ON } = settings;
  return JOBWIRE_ISSUER === undefined && isLoopback(JOBWIRE_PUBLISHED_ON ?? JOBWIRE_HOST);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
