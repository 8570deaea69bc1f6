// Ranks all skills for one sentence: cheap scores choose some hundred candidates, dear ones and priors order them.
import { topOf } from './top-of.js';
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
const candidatesByScore = 70;

export class SkillRanker {
  private readonly matched: Float32Array;
  private readonly touched: Int32Array;
  private readonly byWords: Float32Array;
  private readonly byMain: Float32Array;
  private readonly byLikeWords: Float32Array;
  /** For every word the skills whose main label has it. */
  private readonly mains: Postings;
  private readonly totals: Float32Array;
  readonly skills: number;

  /** @param most candidates by each of the two cheap scores */
  constructor(
    private readonly model: SkillModel,
    private readonly most = candidatesByScore,
  ) {
    const { labels, idf } = model;
    const count = labels.conceptOf.length;
    this.skills = labels.concepts.length - 1;
    this.matched = new Float32Array(count);
    this.touched = new Int32Array(count);
    this.byWords = new Float32Array(this.skills);
    this.byMain = new Float32Array(this.skills);
    this.byLikeWords = new Float32Array(this.skills);
    this.mains = mainPostings(model);
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
    this.scoreLikeWords(view.words);
    const chosen = new Set([...topOf(this.byWords, this.most), ...topOf(this.byLikeWords, this.most)]);
    return [...chosen].map((skill) => this.candidate(skill, view));
  }

  /** As `scoreWords` for main labels, where words that are like one another match as far as they are. */
  private scoreLikeWords(words: readonly string[]): void {
    const { table, idf, labels } = this.model;
    const best = new Map<number, number>();
    for (const word of new Set(words)) {
      const { words: near, likeness } = table.neighboursOf(word);
      for (let k = 0; k < near.length; k += 1) {
        const value = likeness[k] as number;
        if (value > (best.get(near[k] as number) ?? 0)) best.set(near[k] as number, value);
      }
    }
    this.byLikeWords.fill(0);
    for (const [word, value] of best)
      for (
        let at = this.mains.starts[word] as number;
        at < (this.mains.starts[word + 1] as number);
        at += 1
      ) {
        const skill = this.mains.labels[at] as number;
        this.byLikeWords[skill] = (this.byLikeWords[skill] as number) + value * (idf[word] as number);
      }
    for (let skill = 0; skill < this.skills; skill += 1) {
      const hit = this.byLikeWords[skill] as number;
      if (hit === 0) continue;
      const total = (this.totals[labels.concepts[skill] as number] as number) || 1;
      this.byLikeWords[skill] = (hit / total) * Math.sqrt(hit);
    }
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

/** The postings of main labels alone, by concept. */
function mainPostings({ postings, labels }: SkillModel): Postings {
  const starts = new Int32Array(postings.starts.length);
  const kept: number[] = [];
  for (let word = 0; word + 1 < postings.starts.length; word += 1) {
    for (let at = postings.starts[word] as number; at < (postings.starts[word + 1] as number); at += 1) {
      const label = postings.labels[at] as number;
      const concept = labels.conceptOf[label] as number;
      if (labels.concepts[concept] === label) kept.push(concept);
    }
    starts[word + 1] = kept.length;
  }
  return { starts, labels: Int32Array.from(kept) };
}
