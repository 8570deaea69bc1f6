import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildTaxonomy } from '../build/build-taxonomy.js';
import { loadTaxonomy, sharedTables } from '../load-taxonomy.js';
import { titleFiles } from '../model/learnt-titles.js';
import { escoUri, newFolder, smallEsco, writeDownload } from '../testing/small-esco.js';

const baker = escoUri('occupation', 'baker');

async function built(titles?: string) {
  const out = newFolder();
  const file = join(newFolder(), 'titles.csv');
  if (titles !== undefined) writeFileSync(file, `vacancyTitle,conceptUri\n${titles}`);
  await buildTaxonomy({
    esco: writeDownload(smallEsco()),
    out,
    ...(titles !== undefined && { titles: file }),
  });
  return out;
}

/** Where a process that was given the tables finds the rest. */
function withoutNumbers(folder: string): string {
  const copy = newFolder();
  cpSync(folder, copy, { recursive: true });
  for (const name of ['skill-model.bin', 'occupation-model.bin', titleFiles.numbers])
    rmSync(join(copy, name), { force: true });
  return copy;
}

function arraysIn(value: object): ArrayBufferView[] {
  return Object.values(value).flatMap((one: unknown) =>
    ArrayBuffer.isView(one) ? [one] : typeof one === 'object' && one !== null ? arraysIn(one) : [],
  );
}

describe.each([
  ['without labelled titles', undefined],
  ['with few of them', `Loaf artist,${baker}`],
])('The numbers of a taxonomy %s', (_, titles) => {
  let folder: string;
  beforeAll(async () => (folder = await built(titles)));

  it('all lie in memory that threads share', () => {
    const arrays = arraysIn(sharedTables(folder));
    expect(arrays.length).toBeGreaterThan(10);
    for (const { buffer } of arrays) expect(buffer.constructor.name).toBe('SharedArrayBuffer');
  });

  it('serve another thread as its own would, which then reads none from its folder', () => {
    const other = loadTaxonomy(withoutNumbers(folder), sharedTables(folder));
    const here = loadTaxonomy(folder);
    for (const title of ['Master baker', 'Loaf artist', 'Farmhand'])
      expect(other.classifyTitle(title)).toEqual(here.classifyTitle(title));
    const text = 'You will bake bread and steer a tractor.';
    expect(other.findSkills(text)).toEqual(here.findSkills(text));
    expect(here.rankSkills(text, 3)).toHaveLength(3);
    expect(() => loadTaxonomy(withoutNumbers(folder)).findSkills(text)).toThrow(/lacks the file/);
  });
});
