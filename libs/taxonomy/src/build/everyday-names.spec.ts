import type { Occupation } from '../taxonomy.types.js';
import { namesakes, withEverydayNames } from './everyday-names.js';

const occupation = (id: string, isco08: string, label: string, ...altLabels: string[]): Occupation => ({
  id,
  isco08,
  label,
  altLabels,
  soc2020: '',
  essential: [],
  optional: [],
});

const starter = [
  occupation('cleaner', '9112', 'Cleaner', 'office cleaner', 'domestic', 'cleaning operative'),
  occupation('carer', '5322', 'Care assistant', 'carer'),
  occupation('invigilator', '9629', 'Exam invigilator'),
];
const esco = [
  occupation('park', '9613', 'amusement park cleaner', 'cleaner'),
  occupation('building', '9112', 'building cleaner', 'office cleaner'),
  occupation('aide', '5322', 'home care aide'),
  occupation('cloak', '9629', 'cloak room attendant'),
  occupation('usher', '9629', 'usher'),
];
const same = namesakes(starter, esco);

it('finds namesakes in the same unit group, else the only occupation of it, else none', () => {
  expect([...same].map(([id, { id: stand }]) => [id, stand])).toEqual([
    ['cleaner', 'building'],
    ['carer', 'aide'],
  ]);
});

it('gives them the names of everyday speech, those of several words only where nobody else has them', () => {
  const named = new Map(withEverydayNames(esco, starter, same).map((one) => [one.id, one]));
  expect(named.get('building')).toMatchObject({
    altLabels: ['office cleaner', 'domestic', 'cleaning operative'],
    usualNames: ['Cleaner', 'domestic'],
  });
  expect(named.get('park')).toMatchObject({ altLabels: ['cleaner'], usualNames: [] });
  expect(named.get('cloak')).toMatchObject({ altLabels: [], usualNames: [] });
});
