import * as fc from 'fast-check';
import { loadTaxonomy } from './load-taxonomy.js';

const taxonomy = loadTaxonomy();
const findSkills = (text: string) => taxonomy.findSkills(text);
const found = (text: string) => findSkills(text).map(({ label, need }) => `${label}: ${need}`);
const labels = (text: string) => findSkills(text).map(({ label }) => label);

describe('finding skills', () => {
  it('takes the longest phrase', () => {
    expect(labels('Leg ulcer care every day')).toEqual(['Leg ulcer care']);
  });

  it('gives spans that cut the mention out of the text', () => {
    const text = 'You do venepuncture, “wound care” and SystmOne.';
    for (const one of findSkills(text)) expect(text.slice(one.start, one.end)).toBe(one.text);
    expect(labels(text)).toEqual(['Venepuncture', 'Wound care', 'SystmOne']);
  });

  it('does not put a phrase together over a full stop or a comma', () => {
    expect(labels('We treat the wound. Care is given')).toEqual([]);
    expect(labels('wound, care')).toEqual([]);
  });

  it('reads capitals where a short form is also a word', () => {
    expect(labels('Excel in all you do; use Excel')).toEqual(['Microsoft Excel', 'Microsoft Excel']);
    expect(labels('we excel at care')).toEqual([]);
    expect(labels('lymph node')).toEqual([]);
  });

  it('knows a word by those beside it', () => {
    expect(labels('You will clean the wards; cleaning is your trade')).toEqual(['Cleaning']);
    expect(labels('cleaning, analysing and reporting on large sets of data')).not.toContain('Cleaning');
    expect(labels('interpreting for deaf people')).toEqual(['Interpreting']);
    expect(labels('reading and interpreting drawings')).toEqual([]);
    expect(labels('triage of new patients')).toEqual(['Triage']);
    expect(labels('triage of software faults. Our patients')).toEqual([]);
  });

  it('is not misled by maternity leave', () => {
    expect(labels('You get maternity leave')).toEqual([]);
    expect(labels('a maternity ward')).toEqual(['Midwifery']);
  });

  it('finds the same skill in American spelling', () => {
    expect(labels('pediatrics')).toEqual(labels('paediatrics'));
  });
});

describe('what is asked for', () => {
  it.each([
    ['You must have a driving licence', 'Driving licence category B: required'],
    ['Experience of SystmOne is desirable', 'SystmOne: desired'],
    ['Knowledge of SystmOne', 'SystmOne: required'],
    ['Nice to have: Kubernetes', 'Kubernetes: desired'],
    ['No experience of phlebotomy needed', 'Phlebotomy: mentioned'],
    ['A driving licence is not essential', 'Driving licence category B: mentioned'],
    ['Our wound care team is large', 'Wound care: mentioned'],
  ])('in "%s" is %s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it('differs within one sentence', () => {
    expect(found('Experience of wound care is essential and of SystmOne is desirable')).toEqual([
      'Wound care: required',
      'SystmOne: desired',
    ]);
  });

  it('follows headings until the next one', () => {
    const text = 'Essential criteria\n- Wound care\nDesirable:\n- Phlebotomy\nBenefits\nOur midwifery unit';
    expect(found(text)).toEqual(['Wound care: required', 'Phlebotomy: desired', 'Midwifery: mentioned']);
  });
});

it('never throws, and its spans always slice to their text, in order and apart', () => {
  const word = fc.constantFrom(
    'wound',
    'care',
    'C++',
    '.NET',
    'é',
    '\ud83d\ude00',
    '\n',
    '. ',
    ', ',
    'essential',
    'no',
    'SQL',
    '&',
    '\ud800',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 60 }),
      (parts) => {
        const text = parts.join(' ');
        let end = 0;
        for (const one of findSkills(text)) {
          expect(text.slice(one.start, one.end)).toBe(one.text);
          expect(one.start).toBeGreaterThanOrEqual(end);
          end = one.end;
        }
      },
    ),
    { numRuns: 500 },
  );
});
