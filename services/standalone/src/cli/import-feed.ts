import type { BatchResult } from '@jobwire/contracts';
import { readFeed, type FeedFormat, type FeedRecord } from '@jobwire/feeds';
import { loadGazetteer } from '@jobwire/taxonomy';
import { createReadStream, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import type { ApiClient } from './api-client.js';
import type { ImportProgress } from './import-progress.js';
import type { ImportReport } from './import-report.js';

/** The API takes 500 items and 8 MiB; a little less leaves room for what surrounds them. */
const BATCH_ITEMS = 500;
const BATCH_BYTES = 7_000_000;

export interface Import {
  readonly file: string;
  readonly format: FeedFormat;
  readonly source: string;
  readonly employer?: string;
  readonly asOf?: string;
}

type Posting = Extract<FeedRecord, { item: unknown }>;

/** Sends a feed batch by batch, in its order. What the feed or the API rejects is reported and the rest goes on. */
export async function importFeed(
  feed: Import,
  client: ApiClient,
  report: ImportReport,
  progress: ImportProgress,
): Promise<void> {
  const input = open(feed.file, progress);
  let batch: Posting[] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    await send(batch, feed, client, report);
    progress.read(report.summary.read);
    batch = [];
    bytes = 0;
  };
  const options = {
    ...feed,
    name: feed.file === '-' ? 'standard input' : feed.file,
    gazetteer: loadGazetteer(),
  };
  try {
    for await (const record of readFeed(input, options)) {
      if ('faults' in record) {
        report.rejected(record.place, record.faults);
        continue;
      }
      const size = Buffer.byteLength(JSON.stringify(record.item));
      if (batch.length >= BATCH_ITEMS || bytes + size > BATCH_BYTES) await flush();
      batch.push(record);
      bytes += size;
    }
  } finally {
    // Also when the feed breaks off: what was read up to there is good.
    await flush();
  }
}

async function send(
  batch: readonly Posting[],
  feed: Import,
  client: ApiClient,
  report: ImportReport,
): Promise<void> {
  if (batch.length === 0) return;
  const body = {
    items: batch.map(({ item }) => item),
    ...(feed.asOf === undefined ? {} : { asOf: feed.asOf }),
  };
  const { results } = await client.post<{ results: BatchResult[] }>('/api/v1/vacancies/batch', body);
  for (const result of results) {
    const place = batch[result.index]?.place ?? { path: `items.${result.index}` };
    report.result(place, result);
  }
}

function open(file: string, progress: ImportProgress): Readable {
  if (file === '-') return process.stdin;
  const { size } = statOf(file);
  const stream = createReadStream(file);
  progress.begin(size, () => stream.bytesRead);
  return stream;
}

function statOf(file: string): { size: number } {
  try {
    return statSync(file);
  } catch {
    throw new Error(`${file} cannot be read: check its name and who may read it.`);
  }
}
