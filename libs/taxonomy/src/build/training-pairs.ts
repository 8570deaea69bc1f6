import { stemsOf } from '../model/stem-words.js';
import type { Pair } from './train-table.js';

interface Described {
  label: string;
  altLabels: readonly string[];
  description: string;
}

const windows = 2;
const shortestWindow = 6;
const windowLengths = 9;
const longest = 48;

/** Stretches of a description about as long as a sentence of an advert; chosen by place, so that builds repeat. */
function stretches(stems: readonly string[], seed: number): string[][] {
  const found: string[][] = [];
  for (let at = 0; at < windows; at += 1) {
    const length = shortestWindow + ((seed * 31 + at * 17) % windowLengths);
    if (stems.length <= length + 2) continue;
    const from = (seed * 13 + at * 29) % (stems.length - length);
    found.push(stems.slice(from, from + length));
  }
  return found;
}

/** What a taxonomy itself says means the same: label and other labels, labels and description. */
export function trainingPairs(concepts: readonly Described[]): Pair[] {
  const pairs: Pair[] = [];
  for (const [concept, { label, altLabels, description }] of concepts.entries()) {
    const main = stemsOf(label);
    const others = altLabels.map(stemsOf).filter((stems) => stems.length > 0 && stems.join() !== main.join());
    const text = stemsOf(description).slice(0, longest);
    const other = (at: number) => others[at % Math.max(1, others.length)] ?? main;
    const add = (left: readonly string[], right: readonly string[]) => {
      if (left.length > 0 && right.length > 0) pairs.push({ concept, left, right });
    };
    for (const stems of others) add(main, stems);
    add(main, text);
    if (others.length > 0) add(other(3), text);
    for (const [at, stretch] of stretches(text, concept).entries())
      add(at % 2 === 1 ? other(at + concept) : main, stretch);
  }
  return pairs;
}
