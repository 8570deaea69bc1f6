// Reads the skills that a text asks for: a gate, the ranking, then the best that do not say the same twice.
import { advertView, aroundNothing, neighbourFeatures, type SentenceInAdvert } from './advert-view.js';
import { gateFeatures, type IsVerb } from './gate-features.js';
import { LeastRecent } from './least-recent.js';
import { logitOf, probabilityOf, scoreOf, type LinearScore } from './linear-score.js';
import { SkillRanker, type Candidate, type SkillModel } from './rank-skills.js';
import { stemsAt } from './stem-words.js';

/** What was fitted on read sentences; `libs/taxonomy/data/skill-weights.json`. */
export interface SkillWeights {
  ranker: LinearScore;
  /** What a candidate loses where its words were taken by a better one. */
  overlap: number;
  /** What a candidate gains in score for each step nearer to the advert's occupation. */
  kinship: number;
  /** By a sentence's own look; what its neighbours are told by. */
  guess: number[];
  /** By the look of a sentence where it stands, before anything is ranked. */
  glance: number[];
  glanceFrom: number;
  /** As the glance, with what the ranking found. */
  gate: number[];
  gateFrom: number;
  confidence: number[];
  /** The confidence from which on a skill is told. */
  tellFrom: number;
}

/** [start, end) of a text. */
export interface Span {
  start: number;
  end: number;
}

/** A skill of a text, where it stands there. */
export interface SkillReading extends Span {
  skill: number;
  confidence: number;
}

/** A sentence that asks for something, at [start, end) of its text. */
export interface OpenSentence {
  start: number;
  end: number;
  readings: readonly SkillReading[];
}

/** How near a skill is to the occupation of an advert: 0 where nothing is known, below it for other trades. */
export type Kinship = (skill: number) => number;

interface Scored extends Candidate {
  score: number;
  /** Where its words stand in the sentence. */
  start: number;
  end: number;
  /** How they are written: a name inside a sentence, a lone participle ("motivated"). */
  look: readonly number[];
}

/** What the ranking says of a sentence: the best candidates, and three features for the gate. */
export interface RankedSentence {
  best: readonly Scored[];
  facts: readonly number[];
}

const mostTold = 5;
/** So many of a sentence can still come first once their kinship counts. */
const mostKept = 24;
const cacheSize = 2000;
const unknownKin: Kinship = () => 0;

/** The look of a sentence where it stands, in the order of the glance's weights; the gate's have the ranking's facts as well. */
export const placedFeatures = (
  look: readonly number[],
  around: readonly number[],
  neighbours: readonly number[],
): number[] => [...look, ...around, ...neighbours];

/** What a candidate's confidence is told by. */
export const confidenceFeatures = (
  { score, features, isPhrase, look }: Pick<Scored, 'score' | 'features' | 'isPhrase' | 'look'>,
  { means, spreads }: LinearScore,
  gate: number,
  kin: number,
): number[] => [
  score / 5,
  gate / 3,
  isPhrase ? 1 : 0,
  kin,
  ...look,
  ...features.map((value, at) => (value - (means[at] ?? 0)) / (3 * (spreads[at] ?? 1))),
];

export class SkillReader {
  private readonly ranker: SkillRanker;
  // Adverts repeat whole sentences.
  private readonly known = new LeastRecent<string, RankedSentence>(cacheSize);
  private readonly looks = new LeastRecent<string, number[]>(cacheSize);

  constructor(
    model: SkillModel,
    private readonly weights: SkillWeights,
    private readonly isVerb: IsVerb,
  ) {
    this.ranker = new SkillRanker(model);
  }

  /** The sentences of a text that the gate is open for, in its order, with the skills they ask for, the best first. */
  read(text: string, kinship: Kinship = unknownKin): OpenSentence[] {
    const sentences = advertView(text);
    return this.placed(sentences).flatMap((placed, at) => {
      const { glance, glanceFrom, gateFrom } = this.weights;
      const sentence = sentences[at];
      if (!sentence || logitOf(glance, placed) < glanceFrom) return [];
      const ranked = this.ranked(sentence.text);
      const gate = this.gateOf(placed, ranked);
      if (gate < gateFrom) return [];
      const { start, end } = sentence;
      const readings = this.told(ranked, gate, kinship).map((one) => ({
        ...one,
        start: start + one.start,
        end: start + one.end,
      }));
      return [{ start, end, readings }];
    });
  }

  /** The skills that are sure enough, of several that the same words stand for only the best. */
  private told(ranked: RankedSentence, gate: number, kinship: Kinship): SkillReading[] {
    const sure = this.choose(ranked, gate, mostTold, kinship).filter(
      ({ confidence }) => confidence >= this.weights.tellFrom,
    );
    return sure.filter((one, n) => !sure.slice(0, n).some((better) => overlaps(one, better)));
  }

  /** The skills likest to a text that is one sentence, best first, whether it asks for any or not. */
  rank(sentence: string, top: number, kinship: Kinship = unknownKin): SkillReading[] {
    const ranked = this.ranked(sentence);
    return this.choose(ranked, this.gateAlone(sentence, ranked), top, kinship);
  }

  /** The look of every sentence where it stands. */
  placed(sentences: readonly SentenceInAdvert[]): number[][] {
    const looks = sentences.map(({ text }) => this.lookOf(text));
    const guesses = looks.map((look) => logitOf(this.weights.guess, look));
    return looks.map((look, at) =>
      placedFeatures(look, sentences[at]?.around ?? aroundNothing, neighbourFeatures(guesses, at)),
    );
  }

  lookOf(sentence: string): number[] {
    return this.looks.get(sentence) ?? this.looks.set(sentence, gateFeatures(sentence, this.isVerb));
  }

  /** The gate of a sentence that is all there is: its neighbours are taken to be like it. */
  gateAlone(sentence: string, ranked: RankedSentence): number {
    const look = this.lookOf(sentence);
    const guess = logitOf(this.weights.guess, look);
    const neighbours = neighbourFeatures(
      Array.from({ length: 7 }, () => guess),
      3,
    );
    return this.gateOf(placedFeatures(look, aroundNothing, neighbours), ranked);
  }

  gateOf(placed: readonly number[], { facts }: RankedSentence): number {
    return logitOf(this.weights.gate, [...placed, ...facts]);
  }

  ranked(sentence: string): RankedSentence {
    return this.known.get(sentence) ?? this.known.set(sentence, this.rankAnew(sentence));
  }

  /** Every candidate of a sentence, in no order. */
  scored(sentence: string): Scored[] {
    const stems = stemsAt(sentence);
    const { ranker } = this.weights;
    return this.ranker.candidates(stems).map((one) => {
      const start = stems[one.from]?.start ?? 0;
      const end = stems[one.to - 1]?.end ?? 0;
      const look = lookOfSpan(sentence.slice(start, end), start);
      return { ...one, score: scoreOf(ranker, one.features), start, end, look };
    });
  }

  private rankAnew(sentence: string): RankedSentence {
    const scored = this.scored(sentence).toSorted((a, b) => b.score - a.score || a.skill - b.skill);
    return { best: scored.slice(0, mostKept), facts: factsOf(scored, sentence) };
  }

  private choose({ best }: RankedSentence, gate: number, most: number, kinship: Kinship): SkillReading[] {
    const { kinship: weight, overlap, confidence, ranker } = this.weights;
    const left = best.map((one) => {
      const kin = kinship(one.skill);
      return { one, kin, score: one.score + weight * kin };
    });
    const chosen: SkillReading[] = [];
    while (chosen.length < most && left.length > 0) {
      const [taken] = left.splice(bestOf(left), 1);
      if (!taken) break;
      const { one, score, kin } = taken;
      const features = confidenceFeatures({ ...one, score: score - weight * kin }, ranker, gate, kin);
      const sure = probabilityOf(logitOf(confidence, features));
      const { skill, start, end } = one;
      chosen.push({ skill, start, end, confidence: Math.round(sure * 1000) / 1000 });
      for (const other of left) other.score -= overlap * sharedPart(one, other.one);
    }
    return chosen;
  }
}

function lookOfSpan(span: string, start: number): number[] {
  const words = span.split(' ');
  const names = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return [start > 0 && 2 * names > words.length ? 1 : 0, /^\p{L}+ed$/u.test(span) ? 1 : 0];
}

/** The best score, the weight of the best phrase, and how much of the sentence phrases of main labels cover. */
function factsOf(scored: readonly Scored[], sentence: string): number[] {
  const phrases = scored.filter(({ isPhrase }) => isPhrase);
  const weight = Math.max(0, ...phrases.map(({ features }) => features[2] ?? 0));
  const covered = new Set<number>();
  for (const { features, from, to } of phrases)
    if ((features[1] ?? 0) > 0) for (let at = from; at < to; at += 1) covered.add(at);
  const stems = stemsAt(sentence).length;
  return [Math.max(-5, scored[0]?.score ?? -5) / 5, weight / 3, covered.size / Math.max(1, stems)];
}

function bestOf(left: readonly { one: Scored; score: number }[]): number {
  let best = 0;
  for (const [at, { one, score }] of left.entries()) {
    const now = left[best];
    if (now && (score > now.score || (score === now.score && one.skill < now.one.skill))) best = at;
  }
  return best;
}

/** The part of the shorter stretch that both have. */
function sharedPart(a: Candidate, b: Candidate): number {
  const both = Math.min(a.to, b.to) - Math.max(a.from, b.from);
  return Math.max(0, both) / Math.max(1, Math.min(a.to - a.from, b.to - b.from));
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
