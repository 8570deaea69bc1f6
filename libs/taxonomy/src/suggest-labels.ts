// Suggestions while somebody types: of a hundred thousand labels only those that share a word's beginning are looked at.
import { normaliseLabel, normalisedLabel } from './normalise-label.js';
import { editDistance } from './text/edit-distance.js';
import type { Suggestion } from './taxonomy.types.js';
import { WordStarts, slipsOf } from './text/word-starts.js';

/** A label, and whether it is its concept's main one. */
interface Entry {
  key: string;
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
/** One or two letters begin tens of thousands of labels, so their best are found when the index is made. */
const shortest = 2;
const keptOfShort = 200;

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
    for (const text of [entry.key, ...entry.key.split(' ')]) {
      if (query.length <= shortestForFirstTypo && text[0] !== query[0]) continue;
      if (text.length <= query.length + limit) nearest = Math.min(nearest, distance(text));
      nearest = Math.min(nearest, distance(text.slice(0, query.length)));
    }
    return nearest > limit ? noMatch : 3 + nearest / 4 + (entry.main ? 0 : 0.5);
  };
}

/** Of several equally good ones the shorter label is meant. */
const byLabel = (a: Suggestion, b: Suggestion): number =>
  a.label.length - b.label.length || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0);

class LabelSuggester {
  private readonly concepts: readonly Suggestion[];
  /** Labels lie one after the other, those of a concept together, its main label first. */
  private readonly keys: readonly string[];
  /** The concept of each label. */
  private readonly of: Int32Array;
  private readonly starts: WordStarts;
  /** The rank of each concept while a query is answered. */
  private readonly best: Float32Array;
  private readonly short: ReadonlyMap<string, readonly number[]>;

  constructor(all: readonly Labelled[]) {
    const sorted = all.toSorted(byLabel);
    this.concepts = sorted.map(({ id, label }) => ({ id, label }));
    this.keys = sorted.flatMap(({ label, altLabels }) => [label, ...altLabels].map(normalisedLabel));
    this.of = Int32Array.from(sorted.flatMap(({ altLabels }, at) => Array(altLabels.length + 1).fill(at)));
    this.starts = new WordStarts(this.keys);
    this.best = new Float32Array(sorted.length).fill(noMatch);
    this.short = new Map(
      [...this.starts.beginnings(shortest)].map((query) => [
        query,
        this.beginning(query).slice(0, keptOfShort),
      ]),
    );
  }

  suggest(query: string, limit: number): Suggestion[] {
    const wanted = normaliseLabel(query);
    if (wanted === '') return [];
    const exact = (limit <= keptOfShort && this.short.get(wanted)) || this.beginning(wanted);
    const isEnough = exact.length >= Math.min(limit, enough) || wanted.length < shortestForTypos;
    const found = isEnough ? exact : [...exact, ...this.misspelt(wanted, new Set(exact))];
    return found.slice(0, limit).flatMap((of) => this.concepts[of] ?? []);
  }

  private beginning(wanted: string): readonly number[] {
    return this.ordered(this.starts.startingLike(wanted.split(' ')), (entry) => rankOf(entry, wanted));
  }

  private misspelt(wanted: string, seen: ReadonlySet<number>): readonly number[] {
    const near = this.starts.nearly(wanted.split(' '));
    return this.ordered(near, typoRanker(wanted)).filter((of) => !seen.has(of));
  }

  /** The concepts of these labels by their best rank, then in the order they have anyway. */
  private ordered(places: Iterable<number>, rank: (entry: Entry) => number): number[] {
    const { best } = this;
    const found: number[] = [];
    for (const place of places) {
      const of = this.of[place] as number;
      const points = rank({ key: this.keys[place] as string, main: this.of[place - 1] !== of });
      const before = best[of] as number;
      if (points >= before) continue;
      if (before === noMatch) found.push(of);
      best[of] = points;
    }
    // Ranks come in quarters; single numbers sort ten times as fast as pairs.
    const order = Float64Array.from(found, (of) => 4 * (best[of] as number) * best.length + of).toSorted();
    for (const of of found) best[of] = noMatch;
    return Array.from(order, (value) => value % best.length);
  }
}

/** A function that suggests ids for what has been typed so far; deterministic order, nothing for an empty query. */
export function suggester(all: readonly Labelled[]): (query: string, limit?: number) => Suggestion[] {
  let index: LabelSuggester | undefined;
  return (query, limit = 10) => (index ??= new LabelSuggester(all)).suggest(query, limit);
}
