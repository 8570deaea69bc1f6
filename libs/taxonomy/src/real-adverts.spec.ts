// Reads real adverts where a folder of them lies beside the checkout. They are not the project's to ship, so this
// checks only that nothing breaks, nothing unsafe is left and nothing takes long; what is found is tested elsewhere.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { cleanAdvert, loadTaxonomy, readHours, readLanguage, readPay, stripContacts } from './index.js';
import { coreMs } from './testing/core-ms.js';

interface Advert {
  title: string;
  description: string;
  baseSalary?: { value?: { value?: string; minValue?: string; maxValue?: string; unitText?: string } };
}

const file = fileURLToPath(
  new URL('../../../../shared/data/jobs/nhs_jobs_two_thirds.jsonl.gz', import.meta.url),
);
const allowed = /<\/?(?:p|ul|ol|li|strong|em|b|i|h[2-4])>|<br \/>/g;

function sample(): Advert[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  return lines.filter((_, at) => at % 33 === 0).map((line) => JSON.parse(line) as Advert);
}

const numberOf = (text: string | undefined) => (text === undefined ? undefined : Number(text));

function payOf(advert: Advert) {
  const { value: text, minValue, maxValue, unitText: unit } = advert.baseSalary?.value ?? {};
  const fields = { text, min: numberOf(minValue), max: numberOf(maxValue), currency: 'GBP', unit };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return readPay(Object.fromEntries(given));
}

const here = existsSync(file) ? describe : describe.skip;

here('real adverts (skipped where none lie beside the checkout)', () => {
  const taxonomy = loadTaxonomy();
  const findSkills = (text: string) => taxonomy.findSkills(text);
  const adverts = existsSync(file) ? sample() : [];

  it('are left with allowed tags only, and text without any', () => {
    for (const { description } of adverts) {
      const { html, text } = cleanAdvert(description);
      expect(html.replaceAll(allowed, '')).not.toMatch(/[<>]/);
      expect(text).not.toMatch(/<\/?(?:p|li|ul|br|strong|span)\b|&(?:lt|gt|amp|nbsp);/);
      expect(stripContacts(html).text.match(allowed)).toEqual(html.match(allowed));
    }
  });

  it('name skills nearly always, and never in wrong places', () => {
    const found = adverts.map(({ description }) => {
      const { text } = cleanAdvert(description);
      const skills = findSkills(text);
      for (const one of skills) expect(text.slice(one.start, one.end)).toBe(one.text);
      return skills.length;
    });
    expect(found.filter((count) => count > 0).length).toBeGreaterThan(adverts.length * 0.95);
  });

  it('state their pay in nine of ten, within reason', () => {
    const pays = adverts.map(payOf).filter((pay) => pay !== undefined);
    expect(pays.length).toBeGreaterThan(adverts.length * 0.85);
    for (const { min = 0, max = min } of pays) expect(max).toBeGreaterThanOrEqual(min);
    const hourly = pays
      .filter(({ unit }) => unit === 'hour')
      .map(({ min = 0, max = 0 }) => Math.max(min, max));
    expect(Math.max(...hourly)).toBeLessThan(400);
  });

  it('are told to be English, nearly all of them, and none to be anything else', () => {
    const languages = adverts.map(({ description }) => readLanguage(cleanAdvert(description).text));
    const told = languages.filter((language) => language !== undefined);
    expect(new Set(told)).toEqual(new Set(['en']));
    expect(told.length).toBeGreaterThan(adverts.length * 0.9);
  });

  it('take a few milliseconds each', () => {
    const taken = coreMs(() => {
      for (const { title, description } of adverts) {
        const { html, text } = cleanAdvert(description);
        stripContacts(html);
        findSkills(`${title}\n${text}`);
        readHours(text);
      }
    });
    // Ten times what was measured (1.1 ms on one 2.1 GHz core).
    expect(taken / adverts.length).toBeLessThan(11);
  });
});
