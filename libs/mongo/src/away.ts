import { UnavailableError } from '@jobwire/kernel';
import { mongo, Error as MongooseErrors } from 'mongoose';

/** What the driver throws when it has nobody to ask, or gets no answer in time. */
const AWAY = [
  mongo.MongoNetworkError,
  mongo.MongoServerSelectionError,
  mongo.MongoNotConnectedError,
  mongo.MongoTopologyClosedError,
  mongo.MongoClientClosedError,
  MongooseErrors.MongooseServerSelectionError,
] as const;
/** Of the connection pool, known by their names only. */
const AWAY_NAMES = new Set(['MongoPoolClosedError', 'MongoPoolClearedError', 'MongoWaitQueueTimeoutError']);

/**
 * The server's own words for "not now" rather than "wrong": unreachable, no primary or another one than before, shutting
 * down, out of time, out of disk, the write not yet with a majority, the account not (yet) known. Names:
 * https://github.com/mongodb/mongo/blob/master/src/mongo/base/error_codes.yml
 */
const AWAY_CODES = new Set<unknown>([
  6, 7, 13, 18, 24, 46, 50, 64, 89, 91, 100, 112, 133, 134, 189, 202, 262, 9001, 10107, 11600, 11601, 11602,
  13388, 13435, 13436, 14031,
]);

const DUPLICATE_KEY = 11000;
const IMMUTABLE_FIELD = 66;
const REFUSED = new Set<unknown>([DUPLICATE_KEY, IMMUTABLE_FIELD]);

/** @throws UnavailableError where MongoDB says that it is not able to now; any other error as it is */
export async function translated<Result>(work: () => PromiseLike<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw isAway(error) ? unavailable(error) : error;
  }
}

/** The message names hosts at most: neither the driver's errors nor this one hold the connection string. */
function unavailable(cause: unknown): UnavailableError {
  return new UnavailableError(`MongoDB is not available (${(cause as Error).message})`, { cause });
}

export function isAway(error: unknown): boolean {
  if (AWAY.some((kind) => error instanceof kind)) return true;
  if (error instanceof Error && AWAY_NAMES.has(error.name)) return true;
  if (!(error instanceof mongo.MongoServerError)) return false;
  const codes = codesOf(error);
  // The driver gives a bulk write's lost connection the shape of a server's answer, but no code.
  return codes.length === 0 || codes.some((code) => AWAY_CODES.has(code));
}

/** A bulk write fails for one reason per write, and once more when it did not reach a majority. */
function codesOf(error: mongo.MongoServerError): unknown[] {
  const ofBulk =
    error instanceof mongo.MongoBulkWriteError
      ? [...writeErrorsOf(error).map(({ code }) => code), error.result.getWriteConcernError()?.code]
      : [];
  return [error.code, ...ofBulk].filter((code) => code !== undefined);
}

/**
 * The places, in what was asked for, of those that a unique key refused, or that would have given a document another id.
 * @throws the error itself when it says anything else
 */
export function refusedPlaces(error: unknown): number[] {
  if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
  const errors = writeErrorsOf(error);
  const others = errors.some(({ code }) => !REFUSED.has(code));
  if (others || errors.length === 0 || error.result.getWriteConcernError() !== undefined) throw error;
  return errors.map(({ index }) => index);
}

export function isDuplicateKey(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY;
}

function writeErrorsOf({ writeErrors }: mongo.MongoBulkWriteError): mongo.WriteError[] {
  return [writeErrors].flat();
}
