// Reads the skills that sentences ask for: a gate, the ranking, then the best that do not say the same twice.
import { gateFeatures, type IsVerb } from './gate-features.js';
import { LeastRecent } from './least-recent.js';
import { logitOf, probabilityOf, scoreOf, type LinearScore } from './linear-score.js';
import { SkillRanker, type Candidate, type SkillModel } from './rank-skills.js';
import { stemsAt, type StemAt } from './stem-words.js';

/** What was fitted on read sentences; `libs/taxonomy/data/skill-weights.json`. */
export interface SkillWeights {
  ranker: LinearScore;
  /** What a candidate loses where its words were taken by a better one. */
  overlap: number;
  /** By the look of a sentence alone, before anything is ranked. */
  glance: number[];
  glanceFrom: number;
  gate: number[];
  /** The logit from which on a sentence is ranked. */
  gateFrom: number;
  confidence: number[];
  /** The confidence from which on a skill is told of running text, where a wrong one is worse than a missed one. */
  tellFrom: number;
}

/** A skill of a sentence, at [start, end) of it. */
export interface SkillReading {
  skill: number;
  start: number;
  end: number;
  confidence: number;
}

interface Scored extends Candidate {
  score: number;
}

/** A sentence's look and the ranking's best, in the order of the gate's weights. */
export function fullGateFeatures(
  look: readonly number[],
  stems: number,
  scored: readonly Scored[],
): number[] {
  const best = Math.max(-5, ...scored.map(({ score }) => score));
  const phrase = Math.max(
    0,
    ...scored.filter(({ isPhrase }) => isPhrase).map(({ features }) => features[2] ?? 0),
  );
  const covered = new Set<number>();
  for (const { isPhrase, features, from, to } of scored)
    if (isPhrase && (features[1] ?? 0) > 0) for (let at = from; at < to; at += 1) covered.add(at);
  return [...look, best / 5, phrase / 3, covered.size / Math.max(1, stems)];
}

const mostTold = 5;
const cacheSize = 4000;

export const confidenceFeatures = (score: number, gate: number, isPhrase: boolean): number[] => [
  score / 5,
  gate / 3,
  isPhrase ? 1 : 0,
];

export class SkillReader {
  private readonly ranker: SkillRanker;
  // Adverts repeat whole sentences.
  private readonly known = new LeastRecent<string, SkillReading[]>(cacheSize);

  constructor(
    model: SkillModel,
    private readonly weights: SkillWeights,
    private readonly isVerb: IsVerb,
  ) {
    this.ranker = new SkillRanker(model);
  }

  /** The skills a sentence asks for, best first; none where the gate or the confidence says so. */
  read(sentence: string): SkillReading[] {
    return this.known.get(sentence) ?? this.known.set(sentence, this.readAnew(sentence));
  }

  /** The skills likest to a text, best first, whether it asks for any or not. */
  rank(sentence: string, top: number): SkillReading[] {
    const stems = stemsAt(sentence);
    const scored = this.scored(stems);
    const gate = this.gate(gateFeatures(sentence, this.isVerb), stems.length, scored);
    return this.choose(scored, stems, gate, top);
  }

  scored(stems: readonly StemAt[]): Scored[] {
    const { ranker } = this.weights;
    return this.ranker.candidates(stems).map((one) => ({ ...one, score: scoreOf(ranker, one.features) }));
  }

  private readAnew(sentence: string): SkillReading[] {
    const { glance, glanceFrom, gateFrom, tellFrom } = this.weights;
    const look = gateFeatures(sentence, this.isVerb);
    if (logitOf(glance, look) < glanceFrom) return [];
    const stems = stemsAt(sentence);
    const scored = this.scored(stems);
    const logit = this.gate(look, stems.length, scored);
    if (logit < gateFrom) return [];
    const told = this.choose(scored, stems, logit, mostTold).filter(
      ({ confidence }) => confidence >= tellFrom,
    );
    // Of several skills the same words stand for only the best is told.
    return told.filter((one, at) => !told.slice(0, at).some((better) => overlaps(one, better)));
  }

  private gate(look: readonly number[], stems: number, scored: readonly Scored[]): number {
    return logitOf(this.weights.gate, fullGateFeatures(look, stems, scored));
  }

  private choose(
    all: readonly Scored[],
    stems: readonly StemAt[],
    gate: number,
    most: number,
  ): SkillReading[] {
    const left = all.map((one) => ({ one, score: one.score }));
    const chosen: SkillReading[] = [];
    while (chosen.length < most && left.length > 0) {
      const at = bestOf(left);
      const [best] = left.splice(at, 1);
      if (!best) break;
      const { one, score } = best;
      const features = confidenceFeatures(score, gate, one.isPhrase);
      chosen.push({
        skill: one.skill,
        start: stems[one.from]?.start ?? 0,
        end: stems[one.to - 1]?.end ?? 0,
        confidence: Math.round(probabilityOf(logitOf(this.weights.confidence, features)) * 1000) / 1000,
      });
      for (const other of left) other.score -= this.weights.overlap * sharedPart(one, other.one);
    }
    return chosen;
  }
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

const overlaps = (a: SkillReading, b: SkillReading): boolean => a.start < b.end && b.start < a.end;
