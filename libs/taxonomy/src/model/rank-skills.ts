// Ranks all skills for one sentence: cheap scores choose some hundred candidates, dear ones and priors order them.
import type { LabelWords, Postings } from './label-words.js';
import { dot } from './dot.js';
import { SentenceView } from './sentence-view.js';
import type { StemAt } from './stem-words.js';
import type { WordTable } from './word-table.js';

/** What the ranker knows of a taxonomy's skills. */
export interface SkillModel {
  table: WordTable;
  labels: LabelWords;
  postings: Postings;
  /** How rare each word of the labels is. */
  idf: Float32Array;
  /** One unit long each: label and description; the mean of all labels. */
  described: Float32Array;
  means: Float32Array;
  /** `priorNames.length` numbers for each skill. */
  priors: Float32Array;
}

export const priorNames = [
  'transversal',
  'occupationSpecific',
  'needed',
  'inAdverts',
  'labelWords',
  'names',
] as const;
const textNames = [
  'share',
  'mainShare',
  'phrase',
  'window',
  'anyWindow',
  'meanWindow',
  'described',
  'sentence',
  'words',
  'rareWords',
] as const;

/** The scores of a candidate, in the order of `features`. */
export const featureNames = [...textNames, ...priorNames];

/** A skill with its scores and the stems [from, to) of the sentence that are most like its label. */
export interface Candidate {
  skill: number;
  features: number[];
  from: number;
  to: number;
  /** Whether a label stands there word for word. */
  isPhrase: boolean;
}

const longestSentence = 64;
const candidatesByWords = 60;
const candidatesByWindow = 60;

export class SkillRanker {
  private readonly matched: Float32Array;
  private readonly touched: Int32Array;
  private readonly byWords: Float32Array;
  private readonly byMain: Float32Array;
  private readonly bestLabel: Int32Array;
  private readonly totals: Float32Array;
  readonly skills: number;

  constructor(private readonly model: SkillModel) {
    const { labels, idf } = model;
    const count = labels.conceptOf.length;
    this.skills = labels.concepts.length - 1;
    this.matched = new Float32Array(count);
    this.touched = new Int32Array(count);
    this.byWords = new Float32Array(this.skills);
    this.byMain = new Float32Array(this.skills);
    this.bestLabel = new Int32Array(this.skills);
    this.totals = new Float32Array(count);
    for (let label = 0; label < count; label += 1)
      for (const word of new Set(labels.words.subarray(labels.starts[label], labels.starts[label + 1])))
        this.totals[label] = (this.totals[label] as number) + (idf[word] as number);
  }

  /** Candidates in no order; none for a sentence without words. */
  candidates(sentence: readonly StemAt[]): Candidate[] {
    const { table, labels } = this.model;
    if (sentence.length === 0) return [];
    const view = new SentenceView(sentence.slice(0, longestSentence), table, labels);
    this.scoreWords(view.words);
    const windows = new Float32Array(this.skills);
    for (let skill = 0; skill < this.skills; skill += 1)
      windows[skill] = view.likeness(labels.concepts[skill] as number);
    const chosen = new Set([
      ...topOf(this.byWords, candidatesByWords),
      ...topOf(windows, candidatesByWindow),
    ]);
    return [...chosen].map((skill) => this.candidate(skill, view));
  }

  /** Matched rarity over label rarity, times the root of the matched: best label of each skill, and its main one. */
  private scoreWords(words: readonly string[]): void {
    const { table, postings, idf, labels } = this.model;
    this.byWords.fill(0);
    this.byMain.fill(0);
    let count = 0;
    for (const word of new Set(words)) {
      const place = table.placeOf(word);
      if (place === undefined) continue;
      const rarity = idf[place] as number;
      for (let at = postings.starts[place] as number; at < (postings.starts[place + 1] as number); at += 1) {
        const label = postings.labels[at] as number;
        if (this.matched[label] === 0) this.touched[count++] = label;
        this.matched[label] = (this.matched[label] as number) + rarity;
      }
    }
    for (let k = 0; k < count; k += 1) {
      const label = this.touched[k] as number;
      const hit = this.matched[label] as number;
      this.matched[label] = 0;
      const score = (hit / (this.totals[label] as number)) * Math.sqrt(hit);
      const skill = labels.conceptOf[label] as number;
      if (score > (this.byWords[skill] as number)) this.byWords[skill] = score;
      if (label === labels.concepts[skill]) this.byMain[skill] = score;
    }
  }

  private candidate(skill: number, view: SentenceView): Candidate {
    const { labels, described, means, priors, idf, table } = this.model;
    const [first, end] = [labels.concepts[skill] as number, labels.concepts[skill + 1] as number];
    const main = view.bestWindow(first);
    let [any, words, rare] = [main, 0, 0];
    let phrase: { weight: number; from: number; to: number } | undefined;
    for (let label = first; label < end; label += 1) {
      const window = label === first ? main : view.bestWindow(label);
      if (window.value > any.value) any = window;
      const total = (this.totals[label] as number) || 1;
      const aligned = view.alignment(label, idf);
      words = Math.max(words, aligned / total);
      rare = Math.max(rare, aligned / Math.sqrt(total));
      const from = view.phraseAt(label);
      if (from < 0 || Math.sqrt(total) <= (phrase?.weight ?? 0)) continue;
      const length = (labels.starts[label + 1] as number) - (labels.starts[label] as number);
      phrase = { weight: Math.sqrt(total), from, to: from + length };
    }
    const d = table.dimensions;
    const prior = priors.subarray(skill * priorNames.length, (skill + 1) * priorNames.length);
    return {
      skill,
      isPhrase: phrase !== undefined,
      from: phrase?.from ?? any.from,
      to: phrase?.to ?? any.to,
      features: [
        this.byWords[skill] as number,
        this.byMain[skill] as number,
        phrase?.weight ?? 0,
        main.value,
        any.value,
        view.likenessTo(means, skill),
        dot(view.unit, 0, described, skill * d, d),
        view.wholeLikeness(first),
        words,
        rare,
        ...prior,
      ],
    };
  }
}

/** The places of the highest values above zero; ties go to the lower place. */
export function topOf(values: Float32Array, most: number): number[] {
  const kept: number[] = [];
  let least = 0;
  for (let at = 0; at < values.length; at += 1) {
    if ((values[at] as number) <= least) continue;
    kept.push(at);
    if (kept.length < most * 4) continue;
    kept.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
    kept.length = most;
    least = values[kept[most - 1] as number] as number;
  }
  return kept.toSorted((a, b) => (values[b] as number) - (values[a] as number) || a - b).slice(0, most);
}
