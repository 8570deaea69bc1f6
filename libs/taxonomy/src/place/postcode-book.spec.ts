import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPlaces } from '../build/build-places.js';
import { loadGazetteer } from './load-gazetteer.js';
import { PostcodeBook } from './postcode-book.js';

const folder = () => mkdtempSync(join(tmpdir(), 'jobwire-places-'));

/** In the shape of the official directory; the points are made up. */
const rows = [
  'pcd,pcds,doterm,lat,long,rgn',
  'LS1 4AP,LS1 4AP,,53.79648,-1.54785,E12000003',
  'LS1 4AB,LS1 4AB,,53.79700,-1.54800,E12000003',
  'LS1 9ZZ,LS1 9ZZ,199912,53.79000,-1.54000,E12000003',
  'BT1 5GS,BT1 5GS,,54.59653,-5.93012,N92000002',
  'GIR0AA,GIR 0AA,,99.999999,0.000000,',
];

async function built(lines = rows): Promise<{ out: string; postcodes: number; leftOut: number }> {
  const onspd = join(folder(), 'onspd.csv');
  writeFileSync(onspd, lines.join('\n'));
  const out = folder();
  return { out, ...(await buildPlaces({ onspd, out })) };
}

describe('a postcode directory', () => {
  it('finds a postcode to the point, however it is written, with its region', async () => {
    const { out, postcodes, leftOut } = await built();
    const book = new PostcodeBook(out);
    expect({ postcodes, leftOut }).toEqual({ postcodes: 3, leftOut: 2 });
    expect(book.find(' ls14ap')).toEqual({ latitude: 53.79648, longitude: -1.54785, region: 'E12000003' });
    expect(book.find('LS1 4AC')).toBeUndefined();
    expect(book.find('LS1')).toBeUndefined();
  });

  it('makes places exact where it knows them, and leaves the rest as they were', async () => {
    const gazetteer = loadGazetteer((await built()).out);
    expect(gazetteer.locate({ postcode: 'BT1 5GS' })).toMatchObject({
      ok: true,
      place: { latitude: 54.59653, precision: 'postcode', region: 'N92000002' },
    });
    expect(gazetteer.locate({ postcode: 'LS1 1AA' })).toMatchObject({
      ok: true,
      place: { precision: 'outcode' },
    });
  });

  it('is refused without its columns, cut short, or not there', async () => {
    await expect(built(['pcds,lat', 'LS1 4AP,53'])).rejects.toThrow(/no column for the longitude/);
    await expect(buildPlaces({ onspd: '/nowhere.csv', out: folder() })).rejects.toThrow(/is not there/);
    const { out } = await built();
    truncateSync(join(out, 'postcodes.bin'), 40);
    expect(() => new PostcodeBook(out)).toThrow(/damaged file postcodes.bin/);
  });
});
