import { generalNames, properNames } from './occupation-names.js';
import type { Occupation } from './taxonomy.types.js';

const occupation = (label: string, usualNames: string[] = [], altLabels: string[] = []): Occupation => ({
  id: label,
  label,
  altLabels,
  usualNames,
  soc2020: '',
  isco08: '',
  essential: [],
  optional: [],
});

describe('A name', () => {
  const find = properNames([
    occupation('park cleaner', [], ['cleaner', 'window cleaner']),
    occupation('building cleaner', ['cleaner', 'driver']),
    occupation('waiter/waitress'),
    occupation('driver'),
  ]);

  it.each([
    ['Cleaner', 'building cleaner'],
    ['waitress', 'waiter/waitress'],
    ['driver', 'driver'],
    ['window cleaner', undefined],
  ])('"%s" properly means %s', (name, label) => {
    expect(find(name)?.label).toBe(label);
  });

  it('is general when it ends the main labels of many', () => {
    const drivers = ['bus', 'taxi', 'tram', 'van', 'lorry', 'hearse', 'train', 'racing'];
    const isGeneral = generalNames([
      ...drivers.map((what) => occupation(`${what} driver`)),
      occupation('baker'),
    ]);
    expect(['Drivers', 'driver', 'bus driver', 'baker'].map(isGeneral)).toEqual([false, true, false, false]);
  });
});
