// Contract, hours and shift patterns in whole adverts against those we marked by reading.
import { readContract, readHours, readShifts } from '@jobwire/taxonomy';
import { advertTexts, advertTitles, labels } from './samples.js';

/** What an advert states of the post; absent: nothing. */
interface Terms {
  advert: string;
  contract?: string;
  hours?: string[];
  shifts?: string[];
}

export interface TermFigures {
  right: number;
  /** Told, and not marked. */
  wrong: number;
  /** Marked, and not told. */
  missed: number;
}

export const terms = ['contract', 'hours', 'shifts'] as const;
type Term = (typeof terms)[number];

const marked = ({ contract, hours = [], shifts = [] }: Terms): Record<Term, string[]> => ({
  contract: contract === undefined ? [] : [contract],
  hours,
  shifts,
});

function told(text: string): Record<Term, string[]> {
  const contract = readContract(text);
  return {
    contract: contract === undefined ? [] : [contract],
    hours: readHours(text),
    shifts: readShifts(text).map(({ pattern }) => pattern),
  };
}

export function measureTerms(
  name: 'terms' | 'terms-second',
): Record<Term, TermFigures> & { adverts: number } {
  const [texts, titles] = [advertTexts(), advertTitles()];
  const pairs = labels<Terms>(name).map((label) => ({
    gold: marked(label),
    read: told(`${titles.get(label.advert) ?? ''}\n${texts.get(label.advert) ?? ''}`),
  }));
  const figures = (term: Term): TermFigures => {
    const counts = { right: 0, wrong: 0, missed: 0 };
    for (const { gold, read } of pairs) {
      const right = read[term].filter((one) => gold[term].includes(one)).length;
      counts.right += right;
      counts.wrong += read[term].length - right;
      counts.missed += gold[term].length - right;
    }
    return counts;
  };
  return {
    adverts: pairs.length,
    contract: figures('contract'),
    hours: figures('hours'),
    shifts: figures('shifts'),
  };
}
