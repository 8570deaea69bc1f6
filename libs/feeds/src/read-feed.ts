import type { Readable } from 'node:stream';
import type { Gazetteer } from '@jobwire/taxonomy';
import { FeedError, type FeedRecord } from './feed-record.js';
import { readLines } from './read-lines.js';
import { readJobPosting } from './schemaorg/read-job-posting.js';

export const feedFormats = ['schemaorg', 'jobstream', 'indeed', 'dwp', 'csv'] as const;
export type FeedFormat = (typeof feedFormats)[number];

export interface FeedOptions {
  readonly format: FeedFormat;
  /** Shown in errors; its ending is compared with its content. */
  readonly name: string;
  readonly source: string;
  /** The employer all vacancies belong to; absent: one per hiring organisation. */
  readonly employer?: string | undefined;
  readonly gazetteer: Gazetteer;
}

/** One line of JSON may be as large as a body of the API. */
const LONGEST_LINE = 1_048_576;

/**
 * Reads a feed record by record; a broken one is answered with what is wrong and the next is read.
 * @throws FeedError when the feed as a whole cannot be read, or its format is not known yet
 */
export async function* readFeed(input: Readable, options: FeedOptions): AsyncGenerator<FeedRecord> {
  if (options.format !== 'schemaorg')
    throw new FeedError(`The format ${options.format} is not supported yet: use schemaorg.`);
  let records = 0;
  for await (const { line, text } of readLines(input, options.name)) {
    if (text.trim() === '') continue;
    records++;
    yield recordOf(line, text, options);
  }
  if (records === 0) throw new FeedError(`${options.name} holds no records: check where it came from.`);
}

function recordOf(line: number, text: string, options: FeedOptions): FeedRecord {
  const place = { line };
  if (text.length > LONGEST_LINE)
    return {
      place,
      faults: [{ field: 'line', reason: 'is longer than 1 MiB', remedy: 'shorten the description' }],
    };
  try {
    return { place, ...readJobPosting(JSON.parse(text), options) };
  } catch {
    const remedy = 'write one JobPosting a line, as JSON';
    return { place, faults: [{ field: 'line', reason: 'is not valid JSON', remedy }] };
  }
}
