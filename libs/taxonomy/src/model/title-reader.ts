// Occupations of a title: ranked by their labels, and, where titles with known occupations were learnt, by those too.
import type { LearntTitles } from './learnt-titles.js';
import { LeastRecent } from './least-recent.js';
import { probabilityOf, scoreOf, type LinearScore } from './linear-score.js';
import type { LoadedModel } from './load-skill-model.js';
import { SkillRanker } from './rank-skills.js';
import { stemsAt } from './stem-words.js';

/** What was fitted on titles with known occupations: `libs/taxonomy/data/title-weights.json`. */
export interface TitleWeights {
  ranker: LinearScore;
  /** Of the scores of `learntNames`: where titles were learnt, these alone decide. */
  learnt: LinearScore;
  /** Turns the best score and its lead into a confidence. */
  confidence: { slope: number; constant: number };
}

export interface TitleReading {
  occupation: string;
  score: number;
  confidence: number;
}

const most = 20;
const cacheSize = 20_000;
const candidatesByScore = 30;

export class TitleReader {
  private readonly ranker: SkillRanker;
  private readonly known = new LeastRecent<string, TitleReading[]>(cacheSize);

  constructor(
    private readonly model: LoadedModel,
    private readonly weights: TitleWeights,
    private readonly learnt?: LearntTitles,
  ) {
    this.ranker = new SkillRanker(model, candidatesByScore);
  }

  /** Occupations, best first, at most twenty. */
  read(title: string): TitleReading[] {
    return this.known.get(title) ?? this.known.set(title, this.readAnew(title));
  }

  /** Candidates with their features, for fitting. */
  candidates(title: string): { occupation: string; features: number[] }[] {
    return this.ranker
      .candidates(stemsAt(title))
      .map(({ skill, features }) => ({ occupation: this.model.ids[skill] ?? '', features }));
  }

  private readAnew(title: string): TitleReading[] {
    const { ranker, learnt, confidence } = this.weights;
    const known = this.learnt?.candidates(title) ?? [];
    const isLearnt = known.length > 0;
    const scored = (isLearnt ? known : this.candidates(title)).map(({ occupation, features }) => ({
      occupation,
      score: scoreOf(isLearnt ? learnt : ranker, features),
    }));
    const sorted = scored.toSorted((a, b) => b.score - a.score || (a.occupation < b.occupation ? -1 : 1));
    const highest = sorted[0]?.score ?? 0;
    const sum = sorted.reduce((total, { score }) => total + Math.exp(score - highest), 0);
    // Scores fitted listwise are logits already; those of labels alone say little of whether any of them is right.
    const sure = isLearnt ? 1 : probabilityOf(confidence.slope * highest + confidence.constant);
    return sorted.slice(0, most).map(({ occupation, score }) => ({
      occupation,
      score,
      confidence: Math.round((Math.exp(score - highest) / sum) * sure * 1000) / 1000,
    }));
  }
}
