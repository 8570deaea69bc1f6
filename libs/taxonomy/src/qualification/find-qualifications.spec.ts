import * as fc from 'fast-check';
import { readTaxonomyData } from '../skill-data.js';
import { loadTaxonomy } from '../load-taxonomy.js';
import { readData } from '../read-data.js';
import { findQualifications } from './find-qualifications.js';
import type { Qualification } from './qualification.types.js';

const found = (text: string) =>
  findQualifications(text).map(({ label, level, subjects }) => [label, level, subjects.join('; ')]);
const needs = (text: string) => findQualifications(text).map(({ label, need }) => `${label}: ${need}`);

const equivalents = (text: string) => findQualifications(text).map(({ orEquivalent }) => orEquivalent);
const inProgress = (text: string) => findQualifications(text).map((one) => one.inProgress);

describe('a qualification', () => {
  it.each([
    ['educated to degree level', 'Degree', 6, ''],
    ['a BSc (Hons) Physiotherapy', 'Degree', 6, 'Physiotherapy'],
    ['a degree in civil engineering with two years in practice', 'Degree', 6, 'civil engineering'],
    ['a degree in psychology, sociology or social work', 'Degree', 6, 'psychology; sociology; social work'],
    ['a degree in psychology, excellent with people', 'Degree', 6, 'psychology'],
    ['an NVQ level 3 in catering, or working towards it', 'NVQ', 3, 'catering'],
    ['a degree in a related field', 'Degree', 6, ''],
    ['a psychology degree', 'Degree', 6, 'psychology'],
    ['a baccalaureate degree from an accredited college', 'Degree', 6, ''],
    ['MSc in Public Health', "Master's degree", 7, 'Public Health'],
    ['Master\u2019s level', "Master's degree", 7, ''],
    ['a Ph.D. in chemistry', 'Doctorate', 8, 'chemistry'],
    ['Pg. Cert in mammography', 'Postgraduate certificate', 7, 'mammography'],
    ['five GCSEs at grade C, including Maths and English', 'GCSE', 2, 'Maths; English'],
    ['English and Maths GCSE', 'GCSE', 2, 'English; Maths'],
    ['three A levels', 'A level', 3, ''],
    ['a high school diploma', 'High school diploma', null, ''],
    ['NVQ 3 in catering', 'NVQ', 3, 'catering'],
    ['a Level 2 or 3 NVQ in customer service', 'NVQ', 2, 'customer service'],
    ['Level 3 Diploma in Health and Social Care', 'Health and social care diploma', 3, ''],
    ['City & Guilds Level 2 in plumbing', 'City & Guilds', 2, 'plumbing'],
    ['a level 4 qualification', 'Qualification', 4, ''],
    ['a mentorship qualification', 'Qualification', null, 'mentorship'],
    ['an 18th Edition certificate', '18th edition wiring regulations', null, ''],
    ['a first aid at work certificate', 'First aid', null, ''],
  ])('in "%s" is %s, level %s, in "%s"', (text, label, level, subjects) => {
    expect(found(text)).toEqual([[label, level, subjects]]);
  });

  it.each([
    'a high degree of autonomy',
    'varying degrees of difficulty, 360 degree feedback',
    'a level of care, a level playing field',
    'Level 3 intensive care beds',
    'the MSc programme and its PhD students',
    'a DBS certificate, a certificate of sponsorship',
    'Write to Dr Ann Other (PhD)',
    'your relevant qualifications and experience',
    'You will master new skills',
    'ba humbug, ma and pa',
  ])('is not named by "%s"', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('what is asked of it', () => {
  it.each([
    ['You must hold a degree', 'Degree: required'],
    ['A degree would be desirable', 'Degree: desired'],
    ['Preference is given to people with a master\u2019s degree', "Master's degree: desired"],
    ['We will support you to complete an NVQ 3', 'NVQ: mentioned'],
    ['A degree is not required', 'Degree: mentioned'],
    ['You do not need a degree', 'Degree: mentioned'],
    ['Requirements:\n- NVQ level 2', 'NVQ: required'],
    ['Desirable\n- NVQ level 2', 'NVQ: desired'],
    ['Benefits:\n- NVQ level 2', 'NVQ: mentioned'],
    ['Our colleagues read for degrees in the evening', 'Degree: mentioned'],
  ])('by "%s" is %s', (text, expected) => {
    expect(needs(text)).toEqual([expected]);
  });

  it('may be met by an equivalent, or by what stands beside it', () => {
    expect(equivalents('You must hold a degree or equivalent experience')).toEqual([true]);
    expect(equivalents('A BSc or HNC in chemistry is required')).toEqual([true, true]);
    expect(equivalents('You must hold a degree')).toEqual([false]);
    expect(found('A BSc or HNC in chemistry is required').map(([, , subject]) => subject)).toEqual([
      'chemistry',
      'chemistry',
    ]);
  });

  it('may be in progress', () => {
    expect(inProgress('You hold or are working towards an NVQ 2')).toEqual([true]);
    expect(inProgress('NVQ 2, or willingness to work towards it')).toEqual([true]);
    expect(inProgress('You hold an NVQ 2')).toEqual([false]);
  });
});

it('stands where its words say, in order, never twice in one place', () => {
  const word = fc.constantFrom(
    'degree',
    'in',
    'or',
    'NVQ',
    'level',
    '3',
    'Ph.D.',
    '(BSc)',
    'maths',
    ',',
    '\n',
    '/',
    'a',
    'GCSE',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => {
      const text = words.join(' ');
      let last = 0;
      for (const one of findQualifications(text)) {
        expect(one.text).toBe(text.slice(one.start, one.end));
        expect(one.start).toBeGreaterThanOrEqual(last);
        expect(one.end).toBeGreaterThan(one.start);
        last = one.end;
      }
    }),
  );
});

describe('the list of qualifications', () => {
  const all = readData<Qualification[]>('qualifications.json');

  it('names each once, with a level of the framework or none', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const levels = new Set([null, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(all.filter(({ level }) => !levels.has(level))).toEqual([]);
  });

  it('calls what the starter taxonomy knows by its id, and leaves no kind of qualification out', () => {
    const { skills } = readTaxonomyData();
    const known = new Set(skills.map(({ id }) => id));
    const listed = new Set(all.map(({ id }) => id));
    expect([...listed].filter((id) => !id.startsWith('qualification:') && !known.has(id))).toEqual([]);
    expect(skills.filter(({ id, kind }) => kind === 'qualification' && !listed.has(id))).toEqual([]);
  });
});

it.each([
  ['Accounting is essential', 'Accounting: required'],
  ['A degree in accounting is essential', 'Accounting: mentioned'],
  ['ACCA is essential', 'ACCA qualification: required'],
])('"%s" asks for %s', (text, expected) => {
  const skills = loadTaxonomy().findSkills(text);
  expect(skills.map(({ label, need }) => `${label}: ${need}`)).toEqual([expected]);
});
