import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SnapshotFile } from './snapshot-file.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'snapshot-file-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const pieces = (...texts: string[]) => texts.map((text) => Buffer.from(text));
const fifty = (letter: string) => pieces(...Array<string>(50).fill(letter));

function contentOf(store: SnapshotFile): string | undefined {
  const file = store.open();
  if (file === undefined) return undefined;
  const bytes = file.take(1000);
  file.close();
  return Buffer.from(bytes).toString();
}

function* failing(): Generator<Uint8Array> {
  yield* pieces('half');
  throw new Error('The disk is full.');
}

it('keeps what was written last, for its owner alone', async () => {
  const store = new SnapshotFile(folder);
  expect(contentOf(store)).toBeUndefined();
  await store.write(pieces('a', 'b'));
  await store.write(pieces('c', 'd'));
  expect(contentOf(store)).toBe('cd');
  expect(statSync(join(folder, 'matching-index.snapshot')).mode & 0o777).toBe(0o600);
});

it('keeps the one before where writing fails, and nothing of the other', async () => {
  const store = new SnapshotFile(folder);
  await store.write(pieces('whole'));
  await expect(store.write(failing())).rejects.toThrow('The disk is full.');
  expect(contentOf(store)).toBe('whole');
  expect(readdirSync(folder)).toEqual(['matching-index.snapshot']);
});

it('keeps one of them whole where two instances write at the same time', async () => {
  const [first, second] = [new SnapshotFile(folder), new SnapshotFile(folder)];
  await Promise.all([first.write(fifty('a')), second.write(fifty('b'))]);
  expect(contentOf(first)).toMatch(/^(a{50}|b{50})$/);
});

it('removes what a process left half written, and nothing else', () => {
  for (const name of ['matching-index.snapshot', 'matching-index.snapshot.1', 'log.sqlite'])
    writeFileSync(join(folder, name), name);
  expect(contentOf(new SnapshotFile(folder))).toBe('matching-index.snapshot');
  expect(readdirSync(folder).toSorted()).toEqual(['log.sqlite', 'matching-index.snapshot']);
});
