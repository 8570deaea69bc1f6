// Suggestions while somebody types: of a hundred thousand labels only those that share a word's beginning are looked at.
import { normaliseLabel } from './normalise-label.js';
import { editDistance } from './text/edit-distance.js';
import type { Suggestion } from './taxonomy.types.js';
import { WordStarts } from './text/word-starts.js';

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
/** So many that begin as typed, and nobody misspelt anything. */
const enough = 3;

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

/** Words and beginnings repeat among labels, so each is compared once a query. */
function typoRanker(query: string): (entry: Entry) => number {
  const limit = slipsOf(query);
  const known = new Map<string, number>();
  const distance = (text: string): number => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const now = editDistance(query, text, limit);
    known.set(text, now);
    return now;
  };
  return (entry) => {
    let nearest = limit + 1;
    for (const text of [entry.key, ...entry.words]) {
      if (query.length <= shortestForFirstTypo && text[0] !== query[0]) continue;
      if (text.length <= query.length + limit) nearest = Math.min(nearest, distance(text));
      nearest = Math.min(nearest, distance(text.slice(0, query.length)));
    }
    return nearest > limit ? noMatch : 3 + nearest / 4 + (entry.main ? 0 : 0.5);
  };
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

const slipsOf = (query: string): number => (query.length < 8 ? 1 : 2);

function indexOf(all: readonly Labelled[]): { entries: Entry[]; starts: WordStarts } {
  const entries = all.flatMap(entriesOf);
  return { entries, starts: new WordStarts(entries.map(({ words }) => words)) };
}

/** A function that suggests ids for what has been typed so far; deterministic order, nothing for an empty query. */
export function suggester(all: readonly Labelled[]): (query: string, limit?: number) => Suggestion[] {
  let index: { entries: Entry[]; starts: WordStarts } | undefined;
  return (query, limit = 10) => {
    const { entries, starts } = (index ??= indexOf(all));
    const pick = (places: Iterable<number>) =>
      Array.from(places, (at) => entries[at]).filter((one) => one !== undefined);
    const wanted = normaliseLabel(query);
    if (wanted === '') return [];
    const exact = ordered(
      bestPerId(pick(starts.startingLike(wanted)), (entry) => rankOf(entry, wanted)).values(),
    );
    if (exact.length >= Math.min(limit, enough) || wanted.length < shortestForTypos)
      return exact.slice(0, limit);
    const seen = new Set(exact.map(({ id }) => id));
    const rest = pick(starts.nearly(wanted.split(' '), slipsOf(wanted))).filter(({ id }) => !seen.has(id));
    const near = ordered(bestPerId(rest, typoRanker(wanted)).values());
    return [...exact, ...near].slice(0, limit);
  };
}
