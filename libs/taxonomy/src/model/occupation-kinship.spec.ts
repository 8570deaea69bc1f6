import type { Occupation } from '../taxonomy.types.js';
import { OccupationKinship } from './occupation-kinship.js';

const occupation = (
  id: string,
  isco08: string,
  essential: string[],
  optional: string[] = [],
): Occupation => ({
  id,
  label: id,
  altLabels: [],
  soc2020: '',
  isco08,
  essential,
  optional,
});

const all = [
  occupation('porter', '9333', ['receive goods', 'lift loads']),
  occupation('packer', '9321', ['lift loads'], ['receive goods']),
  occupation('nurse', '2221', ['give care']),
  occupation('midwife', '2222', ['give care']),
];
const ids = ['receive goods', 'give care', 'needed by nobody'];
const kinship = new OccupationKinship(all);

describe('The kinship of skills to an occupation', () => {
  it('is high for what it needs and low for what other trades need', () => {
    const kin = kinship.of([{ id: 'porter', confidence: 1 }], ids);
    expect(kin(0)).toBeGreaterThan(0);
    expect(kin(1)).toBeLessThan(-0.5);
    expect(kinship.of([{ id: 'nurse', confidence: 1 }], ids)(0)).toBeLessThan(-0.5);
  });

  it('takes what the group of an occupation needs for likely', () => {
    const lone = new OccupationKinship([...all, occupation('carer', '2223', [])]);
    const kin = lone.of([{ id: 'carer', confidence: 1 }], ids);
    expect(kin(1)).toBeGreaterThan(kin(0));
  });

  it('says nothing of a skill that no occupation needs, nor without an occupation', () => {
    expect(kinship.of([{ id: 'porter', confidence: 1 }], ids)(2)).toBe(0);
    expect(kinship.of([], ids)(0)).toBe(0);
    expect(kinship.of([{ id: 'unheard of', confidence: 1 }], ids)(0)).toBe(0);
  });

  it('counts less where the occupation is unsure', () => {
    const sure = kinship.of([{ id: 'nurse', confidence: 0.9 }], ids)(0);
    const unsure = kinship.of([{ id: 'nurse', confidence: 0.1 }], ids)(0);
    expect(Math.abs(unsure)).toBeLessThan(Math.abs(sure));
  });
});
