import { loadTaxonomy } from './load-taxonomy.js';
import { typicalIdf } from './typical-idf.js';

it('half of all mentions are of skills at least as common', () => {
  // Mentioned 8, 4, 2, 1 and 1 times of 16: the eighth mention is of the first.
  expect(typicalIdf([4, 2, 1, 3, 4].map((n) => n * Math.LN2))).toBeCloseTo(Math.LN2);
  expect(typicalIdf([])).toBe(0);
});

it('the shipped table has one between its commonest and its rarest skill', () => {
  const taxonomy = loadTaxonomy();
  const idfs = taxonomy.skills().map(({ id }) => taxonomy.idf(id));
  expect(taxonomy.typicalIdf).toBeGreaterThan(Math.min(...idfs));
  expect(taxonomy.typicalIdf).toBeLessThan(Math.max(...idfs));
});
