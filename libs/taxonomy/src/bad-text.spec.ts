// What feeds and people send: every text is read as far as it says something, and never breaks anything.
import {
  cleanAdvert,
  findPlaces,
  loadGazetteer,
  loadTaxonomy,
  readClosingDate,
  readCv,
  readLanguage,
  readPay,
  readShifts,
  stripContacts,
} from './index.js';
import { coreMs } from './testing/core-ms.js';

const taxonomy = loadTaxonomy();
const gazetteer = loadGazetteer();
const labels = (text: string) => taxonomy.findSkills(cleanAdvert(text).text).map(({ label }) => label);

/** All readings of a text; they must come back. */
function readAll(raw: string) {
  const { text } = cleanAdvert(raw);
  return {
    skills: taxonomy.findSkills(text).map(({ label }) => label),
    pay: readPay({ text }),
    shifts: readShifts(text),
    places: findPlaces(text, gazetteer).places,
    closing: readClosingDate(text, new Date('2026-01-05')),
    cv: readCv(text, taxonomy).skills,
    removed: stripContacts(text).removed,
  };
}

const nothing = {
  skills: [],
  pay: undefined,
  shifts: [],
  places: [],
  closing: undefined,
  cv: [],
  removed: 0,
};

it.each([
  ['an empty text', ''],
  ['white space', ' \n\t\u00a0\u200b '],
  ['emoji', '\u{1f600}\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'.repeat(50)],
  ['right-to-left text', '\u202eאבג דהו שלום עולם مرحبا بالعالم\u202c'],
  ['halves of pairs', '\ud800\udc00\ud800 \udfff'],
])('of %s nothing is understood', (_, text) => {
  expect(readAll(text)).toEqual(nothing);
});

it.each([
  ['a megabyte of prose', 'We keep the house in order all day. '.repeat(28_000)],
  ['one endless word', 'x'.repeat(1_000_000)],
])(
  '%s is read in time',
  (_, text) => {
    // Measured: 2 s; with the square of the text it would be hours.
    expect(coreMs(() => readAll(text))).toBeLessThan(25_000);
  },
  60_000,
);

it('mends UTF-8 that was encoded twice', () => {
  const { text } = cleanAdvert('Pay: Â£24,000 â€“ Â£26,000 a year. You know â€œPythonâ€\u009d.');
  expect(readPay({ text: text.split('.')[0] ?? '' })).toMatchObject({ min: 24_000, max: 26_000 });
  expect(labels('You know â€œPythonâ€\u009d.')).toContain('Python');
});

it('reads the signs of Windows-1252', () => {
  const { text } = cleanAdvert('Pay \u00a324,000 \u0096 \u00a326,000. You\u0092ll know \u0093Python\u0094.');
  expect(text).toBe('Pay £24,000 – £26,000. You’ll know “Python”.');
});

it('takes HTML out of HTML', () => {
  const { text, html } = cleanAdvert(
    '&amp;lt;p&amp;gt;You &amp;lt;b&amp;gt;know&amp;lt;/b&amp;gt; Python&amp;lt;/p&amp;gt;',
  );
  expect(text).toBe('You know Python');
  expect(html).not.toMatch(/&|script/);
});

it.each([
  [
    'cy',
    'Rydym yn chwilio am berson brwdfrydig i ymuno â’n tîm gofal yng Nghaerdydd ac i weithio gyda phlant a theuluoedd.',
  ],
  [
    'sv',
    'Vi söker en engagerad medarbetare som vill arbeta med barn och ungdomar i vår verksamhet i centrala staden.',
  ],
  ['pl', 'Poszukujemy zaangażowanej osoby do pracy z dziećmi i młodzieżą w naszym ośrodku w centrum miasta.'],
])('of text in another language (%s) the language is told and no skill is made up', (code, text) => {
  expect(readLanguage(text)).toBe(code);
  expect(labels(text)).toEqual([]);
});

it('reads capitals', () => {
  expect(labels('YOU MUST KNOW PYTHON AND FIRST AID')).toEqual(
    expect.arrayContaining(['Python', 'First aid']),
  );
  expect(findPlaces('LOCATION: LEEDS', gazetteer).places).toMatchObject([{ label: 'Leeds' }]);
});

it('reads lists without punctuation', () => {
  expect(labels('Skills needed\nPython\nfirst aid\nMicrosoft Excel')).toEqual(
    expect.arrayContaining(['Python', 'First aid']),
  );
});
