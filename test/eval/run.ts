// npm run eval -- <folder of a built taxonomy> [--fit]: the figures of docs/understanding-text.md.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { measureContacts } from './contacts.js';
import { measurePay } from './pay.js';
import { measureQualifications, type Share } from './qualifications.js';
import { hasShared } from './samples.js';
import { SkillEvaluation } from './skills.js';
import { readingSpeed } from './speed.js';
import { measureTerms, terms } from './terms.js';
import { TitleEvaluation } from './titles.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function main(): void {
  const folder = process.argv[2] ?? process.env['JOBWIRE_TAXONOMY'];
  if (folder === undefined || !hasShared())
    return say('Skipped: give the folder of a taxonomy built from ESCO, with the data beside the checkout.');
  const only = process.argv.find((one) => one.startsWith('--only='))?.slice('--only='.length);
  const skills = new SkillEvaluation(folder);
  const titles = new TitleEvaluation(folder);
  if (process.argv.includes('--fit')) {
    if (only !== 'titles') writeData('skill-weights.json', skills.fit());
    if (only !== 'skills') writeData('title-weights.json', titles.fitAll());
    return;
  }
  say('| task | measured |\n|---|---|');
  if (only === undefined || only === 'pay') sayPay();
  if (only === undefined || only === 'qualifications') sayQualifications();
  if (only === undefined || only === 'terms') sayTerms();
  if (only === undefined || only === 'contacts') sayContacts();
  if (only === undefined || only === 'titles') sayTitles(titles);
  if (only === undefined || only === 'skills') saySkills(skills, folder);
}

function sayContacts(): void {
  const { left, contacts, adverts } = measureContacts();
  say(`| contacts left in ${adverts} adverts | ${left} of ${contacts} |`);
}

function sayPay(): void {
  for (const name of ['pay', 'pay-second'] as const) {
    const { right, wrong, unknown, stated, all } = measurePay(name);
    say(
      `| salary wordings (${name}): right / wrong, unknown | ${percent(right / stated)} of ${stated} that state one / ${percent(wrong / all)} of ${all}, ${percent(unknown / stated)} |`,
    );
  }
}

const shareOf = ({ right, of }: Share): string => `${right} of ${of}`;
const rowOf = (shares: ReadonlyMap<string, Share>): string =>
  [...shares].map(([name, share]) => `${name} ${shareOf(share)}`).join(', ');

function sayQualifications(): void {
  for (const name of ['qualifications', 'qualifications-second', 'qualifications-third']) {
    const { adverts, precision, recall, level, wronglyRequired } = measureQualifications(name);
    say(
      `| qualifications in ${adverts} adverts (${name}): right of those told / told of those marked | ${rowOf(precision)} / ${rowOf(recall)}; level right ${shareOf(level)}; told as required though not, ${wronglyRequired} |`,
    );
  }
}

function sayTerms(): void {
  for (const name of ['terms', 'terms-second'] as const) {
    const figures = measureTerms(name);
    const row = terms.map((term) => {
      const { right, wrong, missed } = figures[term];
      return `${term} ${right} / ${wrong} / ${missed}`;
    });
    say(`| right / wrong / missed in ${figures.adverts} adverts (${name}) | ${row.join(', ')} |`);
  }
}

function saySkills(skills: SkillEvaluation, folder: string): void {
  const figures = skills.measure();
  say(
    `| sentence to skills, RP@5, TECH / HOUSE, five folds | ${figures.tech.toFixed(1)} / ${figures.house.toFixed(1)}, mean ${((figures.tech + figures.house) / 2).toFixed(1)} |`,
  );
  say(
    `| first label right at one threshold (P@1, ${figures.tellFrom}) | ${figures.firstRight.toFixed(3)} of all, ${figures.firstRightOfTold.toFixed(3)} of the ${percent(figures.firstTold)} told |`,
  );
  say(
    `| gate on ${figures.gateSentences} sentences, tenths of the adverts judged by the rest | silent on ${percent(figures.gateSilent)}, keeps ${percent(figures.gateKeeps)} |`,
  );
  say(
    `| readings of whole adverts at ${figures.tellFrom}, tenths of the adverts told by the rest | right ${percent(figures.judgedRight)} of those told, told ${percent(figures.judgedTold)} of the right ones |`,
  );
  const speed = readingSpeed(folder);
  say(
    `| speed, warm | ${speed.sentences.toFixed(0)} sentences a second, an advert in ${speed.advertMs.toFixed(1)} ms (median) |`,
  );
}

const row = ({ mrr, recall5 }: { mrr: number; recall5: number }) =>
  `${mrr.toFixed(3)} / ${recall5.toFixed(3)}`;

function sayTitles(titles: TitleEvaluation): void {
  say(`| title to occupation, no labelled titles, MRR / R@5 | ${row(titles.withoutTitles())} |`);
  const learnt = titles.withTitles();
  say(
    `| the same with labelled titles | ${row(learnt)}, ${learnt.perSecond.toFixed(0)} titles a second of one core |`,
  );
  const few = [0, 50, 200, 500, 1000, 3000].map((count) => `${count}: ${row(titles.withFewTitles(count))}`);
  say(`| the same with so few labelled titles | ${few.join(', ')} |`);
  const { right, all } = titles.everyday();
  say(`| everyday titles, first occupation | ${right} of ${all} |`);
}

function writeData(name: string, value: object): void {
  const file = fileURLToPath(new URL(`../../../libs/taxonomy/data/${name}`, import.meta.url));
  writeFileSync(file, `${JSON.stringify(value, null, 1)}\n`);
  say(`Wrote ${file}`);
}

main();
