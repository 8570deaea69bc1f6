import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indexFolders } from './index-folders.js';

const root = mkdtempSync(join(tmpdir(), 'index-folders-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('keeps the index of each process apart from its twins, and none of a process that is no more', () => {
  const base = join(root, 'index');
  const first = indexFolders(base, ['matching-1', 'matching-2']);
  expect([...first.values()]).toEqual([join(base, 'matching-1'), join(base, 'matching-2')]);
  for (const folder of first.values()) {
    mkdirSync(folder);
    writeFileSync(join(folder, 'matching-index.snapshot'), 'people');
  }
  writeFileSync(join(base, 'matching.sqlite'), 'of somebody else');
  indexFolders(base, ['matching-2', 'matching-3']);
  expect(readdirSync(base).toSorted()).toEqual(['matching-2', 'matching.sqlite']);
});
