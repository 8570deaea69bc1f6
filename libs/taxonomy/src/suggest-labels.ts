// Suggestions while somebody types: a plain walk over a few thousand labels, well under a millisecond or two.
import { normaliseLabel } from './normalise-label.js';
import { editDistance } from './text/edit-distance.js';
import type { Suggestion } from './taxonomy.types.js';

interface Entry extends Suggestion {
  key: string;
  words: string[];
  main: boolean;
}

interface Labelled extends Suggestion {
  altLabels: readonly string[];
}

const shortestForTypos = 4;
const shortestForFirstTypo = 6;
const noMatch = 9;

function entriesOf(one: Labelled): Entry[] {
  return [one.label, ...one.altLabels].map((label, at) => {
    const key = normaliseLabel(label);
    return { id: one.id, label: one.label, key, words: key.split(' '), main: at === 0 };
  });
}

/** 0 the label itself, 1 begins with the query, 2 a word begins with it, 3 to 4 a near miss; alternatives rank half lower. */
function rankOf(entry: Entry, query: string): number {
  const half = entry.main ? 0 : 0.5;
  if (entry.key === query) return half;
  if (entry.key.startsWith(query)) return 1 + half;
  if (entry.key.includes(` ${query}`)) return 2 + half;
  return noMatch;
}

function typoRankOf(entry: Entry, query: string): number {
  const limit = query.length < 8 ? 1 : 2;
  const near = [entry.key, ...entry.words].filter(
    (text) => query.length > shortestForFirstTypo || text[0] === query[0],
  );
  const heads = near.flatMap((text) => [text, text.slice(0, query.length)]);
  const nearest = Math.min(...heads.map((text) => editDistance(query, text, limit)));
  return nearest > limit ? noMatch : 3 + nearest / 4 + (entry.main ? 0 : 0.5);
}

function bestPerId(entries: readonly Entry[], rank: (entry: Entry) => number): Map<string, [number, Entry]> {
  const best = new Map<string, [number, Entry]>();
  for (const entry of entries) {
    const points = rank(entry);
    if (points < noMatch && points < (best.get(entry.id)?.[0] ?? noMatch))
      best.set(entry.id, [points, entry]);
  }
  return best;
}

function ordered(found: Iterable<[number, Entry]>): Suggestion[] {
  const sorted = [...found].toSorted(
    ([a, one], [b, other]) =>
      a - b ||
      one.label.length - other.label.length ||
      (one.label < other.label ? -1 : one.label > other.label ? 1 : 0),
  );
  return sorted.map(([, { id, label }]) => ({ id, label }));
}

/** A function that suggests ids for what has been typed so far; deterministic order, nothing for an empty query. */
export function suggester(all: readonly Labelled[]): (query: string, limit?: number) => Suggestion[] {
  let indexed: Entry[] | undefined;
  return (query, limit = 10) => {
    const entries = (indexed ??= all.flatMap(entriesOf));
    const wanted = normaliseLabel(query);
    if (wanted === '') return [];
    const exact = ordered(bestPerId(entries, (entry) => rankOf(entry, wanted)).values());
    if (exact.length >= limit || wanted.length < shortestForTypos) return exact.slice(0, limit);
    const seen = new Set(exact.map(({ id }) => id));
    const rest = entries.filter(({ id }) => !seen.has(id));
    const near = ordered(bestPerId(rest, (entry) => typoRankOf(entry, wanted)).values());
    return [...exact, ...near].slice(0, limit);
  };
}
