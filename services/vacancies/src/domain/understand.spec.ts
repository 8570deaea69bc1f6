import { aPosting, NOW } from '../testing/builders.js';
import { understanding } from '../testing/bench.js';
import { cleanPosting } from './clean-posting.js';
import { understand } from './understand.js';
import type { Posting } from './vacancy.js';

const read = (changes: Partial<Posting>) =>
  understand(cleanPosting(aPosting(changes)), understanding, new Date(NOW));
const labels = (skills: readonly { label: string }[]) => skills.map(({ label }) => label);

function refusal(changes: Partial<Posting>): unknown {
  try {
    return read(changes);
  } catch (error) {
    return error;
  }
}

describe('skills', () => {
  it('are the employer’s own where it lists any, each once, required before desired', () => {
    const { skills, skillsFrom } = read({
      description: 'You know Python.',
      skills: { required: ['First aid', 'first  AID', 'Basket weaving'], desired: ['First aid', 'Cooking'] },
    });
    expect(skillsFrom).toBe('employer');
    expect(skills.required).toHaveLength(2);
    expect(labels(skills.required)).toContain('Basket weaving');
    expect(skills.required.find(({ label }) => label === 'Basket weaving')?.known).toBe(false);
    expect(labels(skills.desired)).toHaveLength(1);
  });

  it('are found in the text where it lists none', () => {
    const text = 'You must know Python. Experience of SQL is desirable.';
    for (const skills of [undefined, { required: [], desired: [] }]) {
      const found = read({ description: text, ...(skills === undefined ? {} : { skills }) });
      expect(found.skillsFrom).toBe('text');
      expect(labels(found.skills.required).join()).toMatch(/python/i);
      expect(labels(found.skills.desired).join()).toMatch(/sql/i);
    }
  });

  it('are a must only where the employer itself lists a licence, registration or language', () => {
    const listed = read({ skills: { required: ['NMC registration', 'First aid'], desired: [] } });
    expect(listed.mustHave).toHaveLength(1);
    const nmc = read({ description: 'NMC registration is essential.' });
    expect(nmc.skills.required.length).toBeGreaterThan(0);
    expect(nmc.mustHave).toEqual([]);
    expect(read({ skills: { required: [], desired: ['NMC registration'] } }).mustHave).toEqual([]);
  });

  it('in no taxonomy are refused by id, naming the field', () => {
    const skills = { required: ['First aid'], desired: ['First aid', 'skill:made-up'] };
    expect(refusal({ skills })).toMatchObject({
      code: 'UNKNOWN_SKILL',
      faults: [{ field: 'skills.desired.1' }],
    });
  });
});

describe('qualifications', () => {
  it('are shown as the text asks for them, whoever listed the skills, and are no skill and no must', () => {
    const description = 'A degree in law or equivalent is essential.';
    for (const skills of [undefined, { required: ['Python'], desired: [] }]) {
      const told = read({ description, ...(skills === undefined ? {} : { skills }) });
      expect(told.qualifications).toEqual([
        expect.objectContaining({ label: 'Degree', need: 'required', orEquivalent: true, subjects: ['law'] }),
      ]);
      expect(told.skills.required.map(({ id }) => id)).not.toContain('qualification:degree');
      expect(told.mustHave).toEqual([]);
    }
  });

  it('are no must where an employer lists one as a skill either: others may be worth as much', () => {
    const { skills, mustHave } = read({ skills: { required: ['ACCA'], desired: [] } });
    expect(labels(skills.required)).toEqual(['ACCA qualification']);
    expect(mustHave).toEqual([]);
  });
});

describe('what was found', () => {
  it('is shown with the words that stand for it, unless the employer lists skills', () => {
    const { mentions } = read({ description: 'Python is essential.' });
    expect(mentions).toContainEqual(
      expect.objectContaining({ label: 'Python', quote: 'Python', need: 'required' }),
    );
    const corrected = read({
      description: 'Python is essential.',
      skills: { required: ['SQL'], desired: [] },
    });
    expect(corrected).not.toHaveProperty('mentions');
  });

  it('includes pay that a long line says among other things, or the title', () => {
    const line = `${'We look after people in our homes and care for each other every day. '.repeat(4)}£11.50 per hour, 37.5 hours a week. Join us.`;
    expect(read({ description: line })).toMatchObject({
      salary: { min: 11.5, unit: 'hour' },
      salaryQuote: '£11.50 per hour, 37.5 hours a week.',
    });
    expect(read({ title: 'Care Assistant £11.50ph' })).toMatchObject({ salary: { min: 11.5, unit: 'hour' } });
  });

  it('includes the closing date, the shifts and the places, with their words', () => {
    const description = 'Night shifts. Closing date: 12/03/2026. Our wards are based in Leeds and Bradford.';
    const found = read({ description });
    expect(found.closingDate).toMatchObject({ date: '2026-03-12', quote: 'Closing date: 12/03/2026' });
    expect(found.shifts).toContainEqual(
      expect.objectContaining({ pattern: 'nights', quote: 'Night shifts' }),
    );
    expect(found.places?.map(({ label, regionName }) => [label, regionName])).toEqual([
      ['Leeds', 'Yorkshire and The Humber'],
      ['Bradford', 'Yorkshire and The Humber'],
    ]);
    expect(read({ description: 'Care for people.' })).not.toHaveProperty('shifts');
  });

  it('includes pay, with its wording, where the employer states none', () => {
    const description = 'Look after people.\nThe salary is £24,000 to £26,000 a year.\nWin £500!';
    expect(read({ description })).toMatchObject({
      salary: { min: 24_000, max: 26_000, unit: 'year' },
      yearlySalary: { min: 24_000, max: 26_000 },
      salaryQuote: 'The salary is £24,000 to £26,000 a year.',
    });
    expect(read({ description: 'Win £500! Sell for £20,000.' })).not.toHaveProperty('salary');
  });
});

describe('place', () => {
  it('is found by town or postcode, and nationwide has no point', () => {
    expect(read({ location: { postcode: 'ls1 4ap' } }).location).toMatchObject({
      nationwide: false,
      postcode: 'LS1 4AP',
    });
    expect(read({ location: { nationwide: true } }).location).toEqual({
      label: 'Nationwide',
      nationwide: true,
    });
    expect(read({ location: { nationwide: true, town: 'Leeds' } }).location).toMatchObject({
      nationwide: true,
      latitude: expect.any(Number),
    });
  });

  it.each([
    ['location.town', { town: 'Nowhereville' }],
    ['location.postcode', { postcode: 'ZZ99 9ZZ' }],
  ])('that is unknown is refused, naming %s', (field, location) => {
    expect(refusal({ location })).toMatchObject({ code: 'UNKNOWN_PLACE', faults: [{ field }] });
  });
});

describe('remote', () => {
  it('is what the employer says, else what the text says, else no', () => {
    expect(read({ remote: 'hybrid' }).remote).toBe('hybrid');
    expect(read({ remote: 'none', description: 'This role is fully remote.' }).remote).toBe('none');
    expect(read({}).remote).toBe('none');
  });

  it('of the text alone does not lift a vacancy out of the place it names', () => {
    expect(read({ description: 'This role is fully remote.' }).remote).toBe('hybrid');
  });
});

describe('salary', () => {
  it('is made yearly in pounds only', () => {
    const hourly = { min: 12, max: 14, unit: 'hour' } as const;
    expect(read({ salary: { ...hourly, currency: 'GBP' } }).yearlySalary).toEqual({
      min: 23_400,
      max: 27_300,
    });
    const euros = read({ salary: { ...hourly, currency: 'EUR' } });
    expect(euros.salary).toMatchObject({ currency: 'EUR' });
    expect(euros).not.toHaveProperty('yearlySalary');
    expect(read({})).not.toHaveProperty('salary');
  });
});

describe('the rest', () => {
  it('is the employer’s word before that of the text', () => {
    const description = 'A permanent, full time post.';
    expect(read({ description })).toMatchObject({ contract: 'permanent', hours: 'full-time' });
    expect(read({ description, contract: 'temporary', hours: 'part-time' })).toMatchObject({
      contract: 'temporary',
      hours: 'part-time',
    });
    expect(read({ description: 'Full time or part time.' }).hours).toBe('either');
  });

  it('finds the occupation in the title, keeps a label it does not know, refuses an unknown id', () => {
    expect(read({ title: 'Staff Nurse' }).occupation?.id).toMatch(/^occupation:/);
    expect(read({ occupation: 'Chief Happiness Person' }).occupation).toMatchObject({
      label: 'Chief Happiness Person',
    });
    expect(refusal({ occupation: 'occupation:made-up' })).toMatchObject({
      code: 'UNKNOWN_OCCUPATION',
      faults: [{ field: 'occupation' }],
    });
  });
});
