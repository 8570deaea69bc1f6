import { findPlaces } from './find-places.js';
import { loadGazetteer } from './load-gazetteer.js';
import { surePlace } from './sure-place.js';
import { coreMs } from '../testing/core-ms.js';

const gazetteer = loadGazetteer();
const labels = (text: string) => findPlaces(text, gazetteer).places.map(({ label }) => label);

describe('places in running text', () => {
  it.each([
    ['burton', ['Burton upon Trent']],
    ['near leeds', ['Leeds']],
    ['cardiff or swansea', ['Cardiff', 'Swansea']],
    ['Location: Reading', ['Reading']],
    ['We are based in Leeds, Bradford and York.', ['Leeds', 'Bradford', 'York']],
    ['The clinic is at London Road, Derby.', ['Derby']],
    ['You will travel across Staffordshire.', ['Staffordshire']],
    ['Base: Stoke-on-Trent', ['Stoke-on-Trent']],
  ])('are found in "%s"', (text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  it.each([
    'Band 5, a C1 licence and the M1 motorway',
    'You will work in Nursing and Mental Health.',
    'Since March we are reading more; a sale is a good deal.',
    'We were established in March and rated in Wales.',
    'Our head office in Manchester answers.',
    'Foo- Bar- in Xyz-',
    '',
  ])('are none in "%s"', (text) => {
    expect(labels(text)).toEqual([]);
  });

  it('come with their words, coordinates and region', () => {
    const text = 'Our new office at LS1 4AP opens soon, with room for forty people.';
    expect(findPlaces(text, gazetteer).places).toEqual([
      expect.objectContaining({
        label: 'Leeds',
        quote: 'LS1 4AP',
        start: 18,
        end: 25,
        region: 'E12000003',
        regionName: 'Yorkshire and The Humber',
      }),
    ]);
  });

  it('may be the whole country', () => {
    expect(findPlaces('A field role across the UK.', gazetteer)).toMatchObject({
      places: [],
      nationwide: true,
    });
  });

  it('are taken for the place of work only when the words leave no doubt', () => {
    expect(surePlace('Location: Reading', gazetteer)).toMatchObject({ town: 'Reading' });
    expect(surePlace('Visit us at LS1 4AP.', gazetteer)).toEqual({ postcode: 'LS1 4AP' });
    expect(surePlace('A field role across the UK.', gazetteer)).toEqual({ nationwide: true });
    expect(surePlace('Our founder was born in Leeds.', gazetteer)).toBeUndefined();
  });

  it.each([
    ['words that may be places', (times: number) => 'in Aaaa Bbbb-Cccc '.repeat(1000 * times)],
    ['one endless word', (times: number) => 'A'.repeat(50_000 * times)],
  ])('take time that grows with the text: %s', (_, textOf) => {
    const fastest = (times: number): number =>
      Math.min(...[1, 2, 3].map(() => coreMs(() => findPlaces(textOf(times), gazetteer))));
    // Four times the text: four times as long, or sixteen times if it grew with the square.
    expect(fastest(8) / fastest(2)).toBeLessThan(9);
  });
});
