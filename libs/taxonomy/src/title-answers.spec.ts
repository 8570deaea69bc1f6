import type { Occupation } from './taxonomy.types.js';
import { titleAnswers } from './title-answers.js';

const occupation = (label: string, usualNames: string[] = [], altLabels: string[] = []): Occupation => ({
  id: label,
  label,
  altLabels,
  usualNames,
  soc2020: '1',
  isco08: '2',
  essential: [],
  optional: [],
});

const leaders = ['crop', 'dairy', 'forest', 'fish', 'pig', 'nursery', 'poultry', 'vineyard'];
const occupations = [
  ...leaders.map((what) => occupation(`${what} team leader`)),
  occupation('zoo section leader', [], ['team leader']),
  occupation('amusement park cleaner', [], ['cleaner', 'ride cleaner']),
  occupation('building cleaner', ['cleaner']),
];
const byId = (id: string) => occupations.find((one) => one.id === id);

/** Always reads the same. */
const answersWith = (label: string, confidence: number) =>
  titleAnswers(occupations, byId, () => () => [{ occupation: label, share: confidence, confidence }]);

describe('The occupation of a title', () => {
  it('is the one that is usually called so, not one that also lists the word', () => {
    const { occupationOfTitle, resolveOccupation } = answersWith('amusement park cleaner', 0.9);
    expect(occupationOfTitle('Cleaner')?.label).toBe('building cleaner');
    expect(resolveOccupation('cleaner')?.label).toBe('building cleaner');
  });

  it('is not told by a name that is common to many, however sure the reader is of one without it', () => {
    expect(answersWith('zoo section leader', 0.9).occupationOfTitle('Team leader')).toBeUndefined();
    expect(answersWith('pig team leader', 0.9).occupationOfTitle('Team leader')?.label).toBe(
      'pig team leader',
    );
    expect(answersWith('pig team leader', 0.2).occupationOfTitle('Team leader')).toBeUndefined();
  });

  it('is a label of its own, sure or not, and one within a longer title where the reader agrees', () => {
    const { occupationOfTitle } = answersWith('amusement park cleaner', 0.2);
    expect(occupationOfTitle('Ride cleaner')?.label).toBe('amusement park cleaner');
    expect(occupationOfTitle('Ride cleaner, nights')?.label).toBe('amusement park cleaner');
    expect(answersWith('pig team leader', 0.2).occupationOfTitle('Ride cleaner, nights')).toBeUndefined();
  });
});
