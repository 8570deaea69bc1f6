// A built taxonomy is a folder of files and a manifest that names each with its length and checksum.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Raised when the files mean something else than before; an older or newer set is refused, never misread. */
export const formatVersion = 2;
const manifestName = 'manifest.json';

interface FileEntry {
  bytes: number;
  sha256: string;
}

/** What a built folder says of itself. */
export interface Manifest<About = Record<string, unknown>> {
  format: string;
  formatVersion: number;
  /** Hash of all files: equal versions give equal answers. */
  version: string;
  files: Record<string, FileEntry>;
  about: About;
}

/** A built folder cannot be used; the message says why and what to do. */
export class UnusableFiles extends Error {
  constructor(folder: string, reason: string, remedy: string) {
    super(`${folder} ${reason}: ${remedy}.`);
    this.name = 'UnusableFiles';
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function entriesOf(files: ReadonlyMap<string, Uint8Array>): Record<string, FileEntry> {
  return Object.fromEntries(
    [...files].map(([name, bytes]) => [name, { bytes: bytes.length, sha256: sha256(bytes) }]),
  );
}

/** Writes the files and, last and in one step, the manifest that makes them valid. Gives the version. */
export function writeFileSet(
  folder: string,
  format: string,
  files: ReadonlyMap<string, Uint8Array>,
  about: object,
): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  const entries = entriesOf(files);
  const version = sha256(Buffer.from(JSON.stringify(entries))).slice(0, 12);
  const manifest = { format, formatVersion, version, about, files: entries };
  const temporary = join(folder, `${manifestName}.new`);
  writeFileSync(temporary, `${JSON.stringify(manifest, null, 1)}\n`);
  renameSync(temporary, join(folder, manifestName));
  return version;
}

/** @throws UnusableFiles when there is no manifest, or one of another format or version */
export function readManifest<About>(folder: string, format: string, remedy: string): Manifest<About> {
  let manifest: Manifest<About>;
  try {
    manifest = JSON.parse(readFileSync(join(folder, manifestName), 'utf8')) as Manifest<About>;
  } catch {
    throw new UnusableFiles(folder, `holds no ${format}`, remedy);
  }
  if (manifest.format !== format) throw new UnusableFiles(folder, `holds no ${format}`, remedy);
  if (manifest.formatVersion !== formatVersion)
    throw new UnusableFiles(
      folder,
      `is of file format ${manifest.formatVersion} and this program reads ${formatVersion}`,
      remedy,
    );
  return manifest;
}

/** One file of a set, checked. @throws UnusableFiles when it is missing, cut short or changed */
export function readChecked(
  folder: string,
  manifest: Manifest<unknown>,
  name: string,
  remedy: string,
): Buffer {
  const entry = manifest.files[name];
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, name));
  } catch {
    throw new UnusableFiles(folder, `lacks the file ${name}`, remedy);
  }
  if (entry?.bytes !== bytes.length || entry.sha256 !== sha256(bytes))
    throw new UnusableFiles(folder, `has a damaged file ${name} (its checksum differs)`, remedy);
  return bytes;
}
