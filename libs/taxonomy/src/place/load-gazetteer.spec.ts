import * as fc from 'fast-check';
import { loadGazetteer } from './load-gazetteer.js';
import type { PlaceInput } from './place.types.js';

const gazetteer = loadGazetteer();

function place(input: PlaceInput) {
  const found = gazetteer.locate(input);
  if (!found.ok) throw new Error(`${found.field}: ${found.reason}`);
  return found.place;
}

describe('locating by postcode', () => {
  it.each(['LS1 4AP', 'ls14ap', ' Ls1  4ap ', 'LS1', 'ls 1'])(
    'reads %s however it is written',
    (postcode) => {
      expect(place({ postcode })).toMatchObject({ latitude: 53.8, longitude: -1.55, precision: 'outcode' });
    },
  );

  it('shows the town that was given, else the nearest', () => {
    expect(place({ postcode: 'LS1', town: 'MORLEY' }).label).toBe('Morley');
    expect(place({ postcode: 'LS1' }).label).toBe('Leeds');
  });

  it('finds Belfast', () => {
    expect(place({ postcode: 'BT1 5GS' }).latitude).toBeCloseTo(54.6, 1);
  });

  it.each(['ZZ1 1ZZ', '90210', 'not a postcode'])('refuses %s and says what to do', (postcode) => {
    const refused = gazetteer.locate({ postcode });
    expect(refused).toMatchObject({ ok: false, field: 'postcode', remedy: expect.stringContaining('LS1') });
  });
});

describe('locating by town', () => {
  it.each([
    ['Leeds', 'Leeds', 53.8],
    ['leeds, west yorkshire', 'Leeds', 53.8],
    ['Burton', 'Burton upon Trent', 52.81],
    ['Newcastle', 'Newcastle upon Tyne', 54.97],
    ['Newcastle-under-Lyme', 'Newcastle under Lyme', 53],
    ['hull', 'Kingston upon Hull', 53.74],
    ['St Helens', 'St Helens', 53.45],
    ['Saint Helens', 'St Helens', 53.45],
    ['Newport', 'Newport', 51.59],
    ['Newport, Isle of Wight', 'Newport', 50.7],
    ['Bangor, Northern Ireland', 'Bangor', 54.66],
    ['Ashford', 'Ashford', 51.15],
    ['Kent', 'Kent', 51.3],
    ['City of London', 'City of London', 51.51],
  ])('takes %s for %s', (town, label, latitude) => {
    const found = place({ town });
    expect(found.label).toBe(label);
    expect(Math.abs(found.latitude - latitude)).toBeLessThan(0.15);
    expect(found.precision).toBe('town');
  });

  it('refuses a town nobody knows', () => {
    expect(gazetteer.locate({ town: 'Nowheria' })).toMatchObject({ ok: false, field: 'town' });
  });
});

describe('locating by coordinates', () => {
  it('puts them before everything else', () => {
    const found = place({ latitude: 50.82, longitude: -0.14, postcode: 'LS1' });
    expect(found).toMatchObject({ latitude: 50.82, precision: 'point', label: 'Brighton' });
  });

  it.each([
    [{ latitude: 24.6, longitude: 0 }, 'latitude'],
    [{ latitude: 53.8, longitude: 55 }, 'longitude'],
    [{ latitude: 53.8 }, 'longitude'],
    [{ longitude: -1.5 }, 'latitude'],
    [{ latitude: Number.NaN, longitude: 0 }, 'latitude'],
  ])('refuses %j because of its %s', (input, field) => {
    expect(gazetteer.locate(input)).toMatchObject({ ok: false, field });
  });
});

it('an empty question is refused, never a guess', () => {
  expect(gazetteer.locate({})).toMatchObject({ ok: false, field: 'postcode' });
  expect(gazetteer.locate({ town: ' ', postcode: '' })).toMatchObject({ ok: false });
});

it('suggests larger towns first', () => {
  expect(gazetteer.suggestTowns('manch')[0]).toBe('Manchester');
  expect(gazetteer.suggestTowns('new', 3)).toHaveLength(3);
  expect(gazetteer.suggestTowns('')).toEqual([]);
});

it('knows no town in the middle of the sea', () => {
  expect(gazetteer.nearestTown(57, 1.5)).toBeUndefined();
});

it('never throws, whatever is typed', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 });
  fc.assert(
    fc.property(text, text, (postcode, town) => {
      expect(gazetteer.locate({ postcode, town })).toHaveProperty('ok');
      expect(gazetteer.locate({ town })).toHaveProperty('ok');
    }),
  );
});
