// Occupations of a title: by their labels, and, where titles with known occupations were learnt, by those too. How far
// the learnt ones decide hangs on how many there were.
import type { LabelTitles, TitleCandidate } from './label-titles.js';
import type { LearntTitles } from './learnt-titles.js';
import { LeastRecent } from './least-recent.js';
import { probabilityOf, scoreOf, type LinearScore } from './linear-score.js';

/** What was fitted on titles with known occupations: `libs/taxonomy/data/title-weights.json`. */
export interface TitleWeights {
  ranker: LinearScore;
  /** Of the scores of `learntNames`. */
  learnt: LinearScore;
  /** Turns the best score by labels into how sure it is that any of them is right. */
  confidence: { slope: number; constant: number };
}

/** `share` is the part of all chances, 0 to 1, that readings are ordered by. */
export interface TitleReading {
  occupation: string;
  share: number;
  confidence: number;
}

/** What a title is read with. */
export interface TitleSources {
  labels: Pick<LabelTitles, 'candidates'>;
  learnt?: Pick<LearntTitles, 'candidates' | 'trust'> | undefined;
  /** The occupation whose main or usual name a title is, word for word. */
  named?: ((title: string) => string | undefined) | undefined;
}

const most = 20;
/** Twenty readings each, so that a full cache takes some 8 MB. */
const cacheSize = 4000;
/** An occupation named word for word leads the next one by this. */
const namedLead = 1;

export class TitleReader {
  private readonly known = new LeastRecent<string, TitleReading[]>(cacheSize);

  constructor(
    private readonly weights: TitleWeights,
    private readonly sources: TitleSources,
  ) {}

  /** Occupations, best first, at most twenty. */
  read(title: string): TitleReading[] {
    return this.known.get(title) ?? this.known.set(title, this.readAnew(title));
  }

  private readAnew(title: string): TitleReading[] {
    const { learnt } = this.sources;
    const known = learnt?.candidates(title) ?? [];
    const trust = known.length === 0 ? 0 : (learnt?.trust ?? 0);
    const chances = new Map<string, TitleReading>();
    // Scores fitted listwise are logits already; those of labels alone say little of whether any of them is right.
    if (trust > 0) addChances(chances, scored(known, this.weights.learnt), trust, () => 1);
    if (trust < 1) addChances(chances, this.byLabels(title), 1 - trust, (score) => this.sureness(score));
    return [...chances.values()]
      .toSorted((a, b) => b.share - a.share || (a.occupation < b.occupation ? -1 : 1))
      .slice(0, most)
      .map((one) => ({ ...one, confidence: Math.round(one.confidence * 1000) / 1000 }));
  }

  private byLabels(title: string): Scored[] {
    const all = scored(this.sources.labels.candidates(title), this.weights.ranker);
    const named = this.sources.named?.(title);
    if (named === undefined) return all;
    const others = all.filter(({ occupation }) => occupation !== named);
    const own = all.find(({ occupation }) => occupation === named)?.score ?? -Infinity;
    return [{ occupation: named, score: Math.max(own, highest(others) + namedLead) }, ...others];
  }

  private sureness(score: number): number {
    const { slope, constant } = this.weights.confidence;
    return probabilityOf(slope * score + constant);
  }
}

interface Scored {
  occupation: string;
  score: number;
}

const scored = (candidates: readonly TitleCandidate[], weights: LinearScore): Scored[] =>
  candidates.map(({ occupation, features }) => ({ occupation, score: scoreOf(weights, features) }));

const highest = ([first, ...others]: readonly Scored[]): number =>
  others.reduce((best, { score }) => Math.max(best, score), first?.score ?? 0);

/** Adds a part of all chances, shared by the softmax of the scores. */
function addChances(
  to: Map<string, TitleReading>,
  all: readonly Scored[],
  part: number,
  sureness: (best: number) => number,
): void {
  const best = highest(all);
  const sum = all.reduce((total, { score }) => total + Math.exp(score - best), 0);
  const sure = sureness(best);
  for (const { occupation, score } of all) {
    const share = (part * Math.exp(score - best)) / sum;
    const before = to.get(occupation) ?? { occupation, share: 0, confidence: 0 };
    to.set(occupation, {
      occupation,
      share: before.share + share,
      confidence: before.confidence + share * sure,
    });
  }
}
