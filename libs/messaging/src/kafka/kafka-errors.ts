import {
  RecordTooLargeError,
  StaleGenerationError,
  UnavailableError,
  UnknownTopicError,
} from '../event-log.js';

/** What a broker answers to a member that the group has left behind. */
const LOST = new Set([
  'ILLEGAL_GENERATION',
  'UNKNOWN_MEMBER_ID',
  'REBALANCE_IN_PROGRESS',
  'FENCED_INSTANCE_ID',
]);

/** What only another configuration or another release mends: waiting would hide it. */
const WRONG = new Set([
  'TOPIC_AUTHORIZATION_FAILED',
  'GROUP_AUTHORIZATION_FAILED',
  'CLUSTER_AUTHORIZATION_FAILED',
  'SASL_AUTHENTICATION_FAILED',
  'INVALID_TOPIC_EXCEPTION',
  'INVALID_CONFIG',
  'POLICY_VIOLATION',
  'INVALID_REPLICATION_FACTOR',
]);

/** The broker's own word for what is wrong, such as `NOT_COORDINATOR_FOR_GROUP`, however deep kafkajs wrapped it. */
export function kindOf(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('type' in at && typeof at.type === 'string') return at.type;
    const [first] = 'errors' in at && Array.isArray(at.errors) ? (at.errors as unknown[]) : [];
    if (first !== undefined) return kindOf(first);
  }
  return undefined;
}

/** True when the group has moved on without this member. */
export function isLost(error: unknown): boolean {
  return LOST.has(kindOf(error) ?? '');
}

/**
 * kafkajs' errors as the port's. Whatever is not known to be something else says that Kafka is away: its clients
 * report a lost network in a dozen ways, and waiting for it costs nothing.
 */
export function asLogError(error: unknown): unknown {
  const kind = kindOf(error);
  if (isLost(error)) return new StaleGenerationError(`The group has moved on (${kind}).`, { cause: error });
  if (kind === 'MESSAGE_TOO_LARGE' || kind === 'RECORD_LIST_TOO_LARGE')
    return new RecordTooLargeError('The broker refused a record as too large.', { cause: error });
  if (kind === 'UNKNOWN_TOPIC_OR_PARTITION')
    return new UnknownTopicError('There is no such topic. Name it to ensureTopics before it is used.', {
      cause: error,
    });
  if (WRONG.has(kind ?? '') || !isKafkas(error)) return error;
  return new UnavailableError(`Kafka is not available${kind === undefined ? '' : `: ${kind}`}.`, {
    cause: error,
  });
}

/** Does the work; what fails is the port's error. */
export async function translated<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asLogError(error);
  }
}

/**
 * By name and not by class: under Jest a module may be loaded twice. A plain Error is kafkajs' word for a connection
 * that is not there; what is non-retriable down to its first cause is a defect of ours, a request that makes no sense.
 */
function isKafkas(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.cause instanceof Error) return isKafkas(error.cause);
  return (
    error.name === 'Error' || (error.name.startsWith('KafkaJS') && error.name !== 'KafkaJSNonRetriableError')
  );
}
