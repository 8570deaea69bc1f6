import { followRefs } from './follow-refs.js';
import { loadTaxonomy } from './load-taxonomy.js';

const starter = loadTaxonomy();
const successors = new Map([['skill:old', starter.skills()[0]?.id ?? '']]);
const taxonomy = { ...starter, currentId: (id: string) => successors.get(id) ?? id };

it('follows replaced concepts, with the label of today, each once', () => {
  const first = starter.skills()[0];
  const kept = { id: 'label:weaving', label: 'weaving', known: false };
  const refs = [
    { id: 'skill:old', label: 'Old name', known: true },
    kept,
    { id: first?.id ?? '', label: 'x', known: true },
  ];
  expect(followRefs(refs, taxonomy)).toEqual([{ id: first?.id, label: first?.label, known: true }, kept]);
});

it('gives the very same list when nothing was replaced', () => {
  const refs = [{ id: 'label:weaving', label: 'weaving' }];
  expect(followRefs(refs, taxonomy)).toBe(refs);
});
