import { PassThrough, pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import split2 from 'split2';
import { FeedError } from './feed-record.js';

const GZIP = [0x1f, 0x8b];

/**
 * The lines of a feed, gzipped or not: its first bytes tell.
 * @throws FeedError when it is empty, not what its name says, or ends in the middle
 */
export async function* readLines(
  input: Readable,
  name: string,
): AsyncGenerator<{ line: number; text: string }> {
  const { stream, first } = await peek(input);
  if (first.length === 0) throw new FeedError(`${name} is empty: check where it came from.`);
  const zipped = first[0] === GZIP[0] && first[1] === GZIP[1];
  if (!zipped && name.endsWith('.gz'))
    throw new FeedError(`${name} is not gzip, although its name says so: rename it, or fetch it again.`);
  let line = 0;
  // Not node:readline: it also splits at U+2028, which JSON allows inside its strings.
  const lines = pipeline(
    stream,
    zipped ? createGunzip() : new PassThrough(),
    split2(/\r?\n/),
    () => undefined,
  );
  try {
    for await (const text of lines) yield { line: ++line, text: String(text) };
  } catch (error) {
    throw new FeedError(
      `${name} cannot be read beyond line ${line} (${reasonOf(error)}): import the whole file again.`,
      {
        cause: error,
      },
    );
  }
}

async function peek(input: Readable): Promise<{ stream: Readable; first: Buffer }> {
  await new Promise<void>((resolve, reject) => {
    input.once('readable', resolve);
    input.once('end', resolve);
    input.once('error', reject);
  });
  const chunk: unknown = input.read();
  const first = Buffer.isBuffer(chunk) ? chunk : Buffer.alloc(0);
  if (first.length > 0) input.unshift(first);
  return { stream: input, first };
}

function reasonOf(error: unknown): string {
  const code = (error as { code?: string }).code;
  return code === 'Z_BUF_ERROR' ? 'it ends in the middle' : (code ?? 'unreadable');
}
