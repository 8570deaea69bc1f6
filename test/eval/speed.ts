import { loadTaxonomy } from '@jobwire/taxonomy';
import { sentencesOf } from '@jobwire/taxonomy/build';
import { advertTexts } from './samples.js';

/** Of one core's time, so that other work on the machine does not count. */
function coreMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Sentences a second of real adverts, warm, and the median advert. */
export function readingSpeed(folder: string): { sentences: number; advertMs: number } {
  const taxonomy = loadTaxonomy(folder);
  const texts = [...advertTexts().values()].filter((_, at) => at % 40 === 0);
  const warm = texts.length >> 1;
  for (const text of texts.slice(0, warm)) taxonomy.findSkills(text);
  const judged = texts.slice(warm);
  const times = judged.map((text) => coreMs(() => void taxonomy.findSkills(text)));
  const sentences = judged.reduce((sum, text) => sum + sentencesOf(text).length, 0);
  const total = times.reduce((a, b) => a + b, 0);
  return {
    sentences: (1000 * sentences) / total,
    advertMs: times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0,
  };
}
