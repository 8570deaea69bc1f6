// Reads the text files of a download: a folder, a zip, or a folder with zips in it, as people keep them.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { BadInput } from './bad-input.js';

/** Text files by name, each read when asked for. */
export type Archive = ReadonlyMap<string, () => Promise<string>>;

const isText = (name: string): boolean => /\.(?:csv|json)$/i.test(name);

/** @throws BadInput when the path is neither, or a zip in it is damaged */
export async function openArchive(path: string): Promise<Archive> {
  const found = new Map<string, () => Promise<string>>();
  for (const file of filesAt(path)) {
    if (/\.zip$/i.test(file)) await addZip(file, found);
    else if (isText(file)) found.set(basename(file), async () => Promise.resolve(readFileSync(file, 'utf8')));
  }
  if (found.size === 0) throw new BadInput(path, 'holds no csv file', 'name the folder or zip as downloaded');
  return found;
}

function filesAt(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new BadInput(path, 'is not there', 'check its name');
  if (!stat.isDirectory()) return [path];
  return readdirSync(path)
    .toSorted()
    .map((name) => join(path, name));
}

async function addZip(file: string, found: Map<string, () => Promise<string>>): Promise<void> {
  const damaged = (error: unknown): never => {
    const why = error instanceof Error ? error.message : String(error);
    throw new BadInput(file, `is damaged (${why})`, 'download it again');
  };
  const zip = await fromBufferPromise(readFileSync(file), { lazyEntries: true, autoClose: false }).catch(
    damaged,
  );
  for await (const entry of entriesOf(zip)) {
    if (isText(entry.fileName)) found.set(basename(entry.fileName), () => textOf(zip, entry).catch(damaged));
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for await (const entry of zip.eachEntry()) yield entry;
}

/** The reader does not compare checksums itself. */
async function textOf(zip: ZipFile, entry: Entry): Promise<string> {
  const bytes = await buffer(await zip.openReadStreamPromise(entry));
  if (crc32(bytes) !== entry.crc32) throw new Error(`checksum of ${entry.fileName}`);
  return bytes.toString('utf8');
}
