// Anyone may post 100,000 characters: no reading may cost the square of that.
import {
  cleanAdvert,
  findPlaces,
  findQualifications,
  loadGazetteer,
  loadTaxonomy,
  normaliseLabel,
  normaliseText,
  readClosingDate,
  readContract,
  readCv,
  readHours,
  readLanguage,
  readPay,
  readRemote,
  readShifts,
  stripContacts,
} from './index.js';
import { coreMs } from './testing/core-ms.js';

const size = 100_000;
const taxonomy = loadTaxonomy();
const gazetteer = loadGazetteer();

const readings: Record<string, (text: string) => unknown> = {
  cleanAdvert,
  stripContacts,
  findSkills: (text) => taxonomy.findSkills(text),
  occupationOfTitle: (text) => taxonomy.occupationOfTitle(text),
  resolveSkill: (text) => taxonomy.resolveSkill(text),
  suggestSkills: (text) => taxonomy.suggestSkills(text),
  normaliseLabel,
  normaliseText,
  readPay: (text) => readPay({ text, unit: 'year' }),
  readHours,
  readContract,
  readRemote,
  readShifts,
  findQualifications,
  readLanguage,
  readClosingDate: (text) => readClosingDate(text, new Date('2026-01-05')),
  readCv: (text) => readCv(text, taxonomy),
  findPlaces: (text) => findPlaces(text, gazetteer),
  locate: (town) => [gazetteer.locate({ town }), gazetteer.locate({ postcode: town })],
  suggestTowns: (text) => gazetteer.suggestTowns(text),
};

const pieces = [
  ' ',
  '\n',
  '\n ',
  '<',
  '<p>',
  '<a ',
  '</',
  '&amp;',
  '&',
  '0',
  '01 ',
  '+44',
  'a@',
  'a.',
  '@',
  '(',
  'A ',
  'contact ',
  'Contact Jane ',
  'Jane Smith ',
  'closing date ',
  'in Leeds, ',
  'A-',
  '| ',
  '    ',
  'nights ',
  'good SQL ',
  'essential, ',
  'Benefits:\nSQL\n',
  '\u00a31',
  'degree ',
  'degree in ',
  'degree in a, ',
  'NVQ or ',
  'Maths and ',
  'level 3 ',
  'BSc (',
  'Ph.D. ',
  'A.',
  'degree:\n',
  '-',
  ', ',
  "'",
  '.',
  '\u0000',
  '\ud800',
];

describe.each(Object.entries(readings))('%s', (_, reading) => {
  it('answers in time, whatever is repeated', () => {
    for (const piece of pieces) {
      const text = piece.repeat(Math.ceil(size / piece.length));
      expect({ piece, slow: coreMs(() => reading(text)) > 2000 }).toEqual({ piece, slow: false });
    }
  }, 120_000);
});
