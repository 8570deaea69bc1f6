import { randomBytes } from 'node:crypto';
import { testSettings } from '../config.js';

type Tests = (address: string) => void;

/** Tests with a Kafka at the address they are given; skipped where the run has none (its beginning says why). */
export function describeWithKafka(name: string, tests: Tests): void {
  describeWith(testSettings().kafka, name, tests);
}

/** Tests with a MongoDB at the connection string they are given; skipped where the run has none. */
export function describeWithMongo(name: string, tests: Tests): void {
  describeWith(testSettings().mongodb, name, tests);
}

function describeWith(address: string | undefined, name: string, tests: Tests): void {
  const block = address === undefined ? describe.skip : describe;
  block(name, () => tests(address ?? ''));
}

/** For topics and databases of one test file: fits `JOBWIRE_PREFIX`. */
export function prefixOfItsOwn(what: string): string {
  return `${what}-${randomBytes(4).toString('hex')}-`;
}
