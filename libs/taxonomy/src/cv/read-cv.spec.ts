import { loadTaxonomy } from '../load-taxonomy.js';
import { readCv } from './read-cv.js';
import { coreMs } from '../testing/core-ms.js';

const taxonomy = loadTaxonomy();
const read = (text: string) => readCv(text, taxonomy);
const skills = (text: string) => read(text).skills.map(({ label }) => label);

const cv = `JANE EXAMPLE
Personal statement
A reliable worker who has used Python every day. I have no experience of Java and would like to learn SQL.

Work experience
+-----------------+------------------+-------------+
| Registered Nurse | Oak Hospital     | 2019 - 2022 |
| Care Assistant   | Elm House, Leeds | 2015 - 2019 |
+-----------------+------------------+-------------+

Key skills: First aid, Microsoft Excel; basket weaving
Languages   French   German

Interests
Cooking, Photoshop

References
Mr Accounting, teaches Welding`;

describe('a CV with tables', () => {
  it('gives the skills that the person has', () => {
    const found = skills(cv);
    expect(found).toEqual(expect.arrayContaining(['Python', 'First aid', 'French', 'German']));
    expect(found.some((label) => /excel/i.test(label))).toBe(true);
  });

  it('leaves out what is lacking, hoped for, a hobby or said of a referee', () => {
    const found = skills(cv).join(' ');
    expect(found).not.toMatch(/Java|SQL|Photoshop|Cooking|Welding|Accounting/i);
  });

  it('gives the jobs it tells of', () => {
    const quotes = read(cv).occupations.map(({ quote }) => quote);
    expect(quotes).toEqual(expect.arrayContaining(['Registered Nurse', 'Care Assistant']));
  });

  it('says where each stands', () => {
    const { skills: held, occupations } = read(cv);
    for (const { quote, start, end } of [...held, ...occupations]) expect(cv.slice(start, end)).toBe(quote);
  });
});

it('tells the qualifications that somebody has or works towards, not those hoped for', () => {
  const text =
    'Education\nBSc in Biology, 2012\nCurrently studying for an MSc in Public Health\nI would like to do a PhD\nReferences\nDr Doe, MBA';
  const held = read(text).qualifications;
  expect(held.map(({ label, subjects, inProgress }) => [label, subjects, inProgress])).toEqual([
    ['Degree', ['Biology'], false],
    ["Master's degree", ['Public Health'], true],
  ]);
  for (const { quote, start, end } of held) expect(text.slice(start, end)).toBe(quote);
});

it('does not take for a skill what is studied for', () => {
  expect(skills('I hold PRINCE2')).toEqual(['PRINCE2']);
  expect(skills('I am working towards PRINCE2')).toEqual([]);
});

it.each(['', ' \n|\n', '|'.repeat(50_000), 'a'.repeat(300_000), '\u202e\ud800 \u{1f600}'.repeat(2000)])(
  'reads nothing out of a text that says nothing',
  (text) => {
    const nothing = { skills: [], occupations: [], qualifications: [] };
    const taken = coreMs(() => expect(read(text)).toEqual(nothing));
    expect(taken).toBeLessThan(5000);
  },
);
