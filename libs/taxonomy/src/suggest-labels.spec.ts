import { normaliseLabel } from './normalise-label.js';
import { seededRandom } from './model/random.js';
import { suggester } from './suggest-labels.js';

const seed = 20;
const random = seededRandom(seed);
const syllables = ['ma', 'pla', 'ni', 'tor', 'we', 'ld', 'com', 'pu', 'ra', 'se', 'data', 'ing'];
const word = (): string =>
  Array.from({ length: 1 + Math.floor(random() * 3) }, () => syllables[Math.floor(random() * 12)]).join('');
const label = (): string => Array.from({ length: 1 + Math.floor(random() * 3) }, word).join(' ');
const skills = Array.from({ length: 2000 }, (_, at) => ({
  id: `skill:${at}`,
  label: label(),
  altLabels: [label(), label()],
}));
const suggest = suggester(skills);

/** By looking at every label. */
function beginning(query: string, limit: number): string[] {
  const rank = (key: string): number =>
    key === query ? 0 : key.startsWith(query) ? 1 : key.includes(` ${query}`) ? 2 : 9;
  return skills
    .map(({ id, label: name, altLabels }) => ({
      id,
      name,
      points: Math.min(
        rank(normaliseLabel(name)),
        ...altLabels.map((other) => rank(normaliseLabel(other)) + 0.5),
      ),
    }))
    .filter(({ points }) => points < 9)
    .toSorted((a, b) => a.points - b.points || a.name.length - b.name.length || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map(({ id }) => id);
}

const named = (ids: readonly string[]): string[] => ids.map((id) => skills[Number(id.slice(6))]?.label ?? '');

describe(`Suggestions (seed ${seed})`, () => {
  it.each(['m', 'd', 'pl', 'ma', 'data', 'comp', 'welding', 'we ra'])(
    'finds for "%s" what looking at every label finds',
    (query) => {
      const found = suggest(query, 60).map(({ id }) => id);
      const wanted = beginning(query, 60);
      // Near misses may follow where few labels begin so.
      expect(named(found.slice(0, wanted.length))).toEqual(named(wanted));
    },
  );

  it('forgives a slip in a long word beside a short one', () => {
    const own = suggester([
      { id: 'a', label: 'set up photographic equipment', altLabels: [] },
      { id: 'b', label: 'set up cameras', altLabels: [] },
    ]);
    expect(own('set up photogrpahic')).toEqual([{ id: 'a', label: 'set up photographic equipment' }]);
  });
});
