import * as fc from 'fast-check';
import { normaliseLabel } from './normalise-label.js';

describe('normaliseLabel', () => {
  it.each(['Node', 'node.js', 'NodeJS (advanced)', ' NODE JS '])('takes %s for Node', (label) => {
    expect(normaliseLabel(label)).toBe('node');
  });

  it('keeps C, C++, C# and .NET apart', () => {
    expect(new Set(['C', 'C++', 'C#', '.NET', 'net'].map(normaliseLabel)).size).toBe(5);
  });

  it.each([
    ['Python (primary)', 'python'],
    ['Excel - advanced', 'excel'],
    ['Crèche', 'creche'],
    ['Organizational Behavior', 'organisational behaviour'],
    ['Pediatric anesthesia', 'paediatric anaesthesia'],
    ['R&D', 'r and d'],
    ["children's nursing", 'childrens nursing'],
  ])('makes %s %s', (label, normalised) => {
    expect(normaliseLabel(label)).toBe(normalised);
  });

  it('has nothing left of signs alone', () => {
    expect(normaliseLabel(' -- !? ')).toBe('');
  });

  it('does not change what it has made, and stays short', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 400 })),
        (text) => {
          const once = normaliseLabel(text);
          expect(normaliseLabel(once)).toBe(once);
          expect(once.length).toBeLessThanOrEqual(80);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
