// Who is named in a text, of what sex, age or nation, changes nothing of what is understood.
import { buildTaxonomy } from './build/build-taxonomy.js';
import { readCv } from './cv/read-cv.js';
import { findQualifications } from './qualification/find-qualifications.js';
import { loadTaxonomy } from './load-taxonomy.js';
import { newFolder, smallEsco, writeDownload } from './testing/small-esco.js';
import type { Taxonomy } from './taxonomy.types.js';

const swaps: readonly [string, string][] = [
  ['James Smith', 'Amina Okafor'],
  ['He will', 'She will'],
  [' his ', ' their '],
  ['aged 24', 'aged 61'],
  ['British', 'Nigerian'],
  ['young man', 'older woman'],
];
const swapped = (text: string): string =>
  swaps.reduce((words, [one, other]) => words.replaceAll(one, other), text);

const advert =
  'James Smith, a British young man aged 24, leads us. He will bake bread with his team, drive a tractor and must know Python and first aid. NMC registration is essential. He has a degree in law, or his NVQ 3.';
const cv =
  'James Smith, British, aged 24\nKey skills: Python, First aid\nWork experience\nRegistered Nurse, Leeds, 2019 - 2022\nEducation\nBSc in Nursing, working towards an MSc';

const titles: readonly [string, string][] = [
  ['Waitress', 'Waiter'],
  ['Chairwoman', 'Chairman'],
  ['Chairperson of the board', 'Chairman of the board'],
  ['Salesperson', 'Saleswoman'],
  ['Air hostess', 'Air host'],
  ['Barmaid wanted', 'Barman wanted'],
  ['Female support worker', 'Male support worker'],
  ['Handywoman', 'Handyman'],
  ['Master baker aged 25 - 40', 'Master baker'],
  ['Female farmhand', 'Farmhand'],
];

async function built(): Promise<Taxonomy> {
  const out = newFolder();
  await buildTaxonomy({ esco: writeDownload(smallEsco()), out });
  return loadTaxonomy(out);
}

const skillsIn = (text: string, taxonomy: Taxonomy) =>
  taxonomy.findSkills(text).map(({ id, need, confidence }) => ({ id, need, confidence }));

const qualificationsIn = (text: string) =>
  findQualifications(text).map(({ id, level, subjects, need, confidence }) => ({
    id,
    level,
    subjects,
    need,
    confidence,
  }));

function heldIn(text: string, taxonomy: Taxonomy) {
  const { skills, occupations, qualifications } = readCv(text, taxonomy);
  return [...skills, ...occupations, ...qualifications].map(({ id, confidence }) => [id, confidence]);
}

describe.each(['the starter taxonomy', 'a built one'])('with %s', (which) => {
  let taxonomy: Taxonomy;
  beforeAll(async () => {
    taxonomy = which === 'a built one' ? await built() : loadTaxonomy();
  });

  it('names, pronouns, ages and nationalities change no skill, need or confidence', () => {
    expect(skillsIn(advert, taxonomy).length).toBeGreaterThan(0);
    expect(skillsIn(swapped(advert), taxonomy)).toEqual(skillsIn(advert, taxonomy));
  });

  it('nor what is read out of a CV', () => {
    expect(heldIn(swapped(cv), taxonomy)).toEqual(heldIn(cv, taxonomy));
  });

  it.each(titles)('"%s" and "%s" are the same occupations with the same confidence', (one, other) => {
    expect(taxonomy.classifyTitle(one)).toEqual(taxonomy.classifyTitle(other));
    expect(taxonomy.occupationOfTitle(one)).toEqual(taxonomy.occupationOfTitle(other));
  });
});

it('nor any qualification, or what is asked of it', () => {
  expect(qualificationsIn(advert)).toHaveLength(2);
  expect(qualificationsIn(swapped(advert))).toEqual(qualificationsIn(advert));
});

it('tells the occupation of gendered titles at all', () => {
  const starter = loadTaxonomy();
  expect(starter.occupationOfTitle('Waitress')?.id).toBe('occupation:waiter');
  expect(starter.occupationOfTitle('Handywoman')?.id).toBe('occupation:caretaker');
  expect(starter.resolveOccupation('waitress')?.id).toBe('occupation:waiter');
});
