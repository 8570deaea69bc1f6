// Occupations of a title: ranked by their labels, and, where titles with known occupations were learnt, by those too.
import { dot } from './dot.js';
import { LeastRecent } from './least-recent.js';
import { probabilityOf, scoreOf, type LinearScore } from './linear-score.js';
import type { LoadedModel } from './load-skill-model.js';
import { unpackArrays } from './pack-arrays.js';
import { widen } from './quantise.js';
import { SkillRanker } from './rank-skills.js';
import { stemsAt } from './stem-words.js';
import { titleGrams } from './title-grams.js';

/** What was fitted on titles with known occupations: `libs/taxonomy/data/title-weights.json`. */
export interface TitleWeights {
  ranker: LinearScore;
  /** How much the logarithm of the learnt probability counts beside the ranking. */
  learnt: number;
  /** Turns the best score and its lead into a confidence. */
  confidence: { slope: number; constant: number };
}

export interface TitleReading {
  occupation: string;
  score: number;
  confidence: number;
}

/** Probabilities of occupations by a learnt model. */
export class TitleModel {
  private readonly ids: readonly string[];
  private readonly inputs: Float32Array;
  private readonly outputs: Float32Array;

  constructor(packed: Buffer, names: Buffer) {
    this.ids = (JSON.parse(names.toString('utf8')) as { ids: string[] }).ids;
    const { bytes, numbers } = unpackArrays(packed);
    const rows = (name: string) => widen({ bytes: bytes(name), scales: numbers(`${name}Scales`) });
    this.inputs = rows('inputs');
    this.outputs = rows('outputs');
  }

  /** Probabilities by id; those too small to matter are left out. */
  probabilities(title: string): Map<string, number> {
    const d = this.outputs.length / this.ids.length;
    const grams = titleGrams(title);
    const hidden = new Float32Array(d);
    for (const gram of grams)
      for (let k = 0; k < d; k += 1)
        hidden[k] = (hidden[k] as number) + (this.inputs[gram * d + k] as number) / grams.length;
    const scores = this.ids.map((_, at) => dot(hidden, 0, this.outputs, at * d, d));
    const most = Math.max(...scores);
    const powers = scores.map((score) => Math.exp(score - most));
    const sum = powers.reduce((a, b) => a + b, 0);
    const found = new Map<string, number>();
    for (const [at, id] of this.ids.entries()) {
      const share = (powers[at] as number) / sum;
      if (share > least) found.set(id, share);
    }
    return found;
  }
}

const least = 1e-4;
const most = 20;
const cacheSize = 20_000;
const candidatesByScore = 30;

export class TitleReader {
  private readonly ranker: SkillRanker;
  private readonly known = new LeastRecent<string, TitleReading[]>(cacheSize);

  constructor(
    private readonly model: LoadedModel,
    private readonly weights: TitleWeights,
    private readonly learnt?: TitleModel,
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
    const scores = new Map(
      this.candidates(title).map(({ occupation, features }) => [occupation, scoreOf(ranker, features)]),
    );
    if (this.learnt && scores.size > 0) this.mix(scores, this.learnt.probabilities(title), learnt);
    const best = [...scores].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, most);
    const highest = best[0]?.[1] ?? 0;
    const sum = best.reduce((total, [, score]) => total + Math.exp(score - highest), 0);
    return best.map(([occupation, score]) => {
      const share = Math.exp(score - highest) / sum;
      const sure = probabilityOf(confidence.slope * highest + confidence.constant);
      return { occupation, score, confidence: Math.round(share * sure * 1000) / 1000 };
    });
  }

  /** Adds what was learnt; an occupation only it knows begins where the worst candidate is. */
  private mix(scores: Map<string, number>, shares: ReadonlyMap<string, number>, weight: number): void {
    const lowest = Math.min(...scores.values());
    for (const id of shares.keys()) if (!scores.has(id)) scores.set(id, lowest);
    for (const [id, score] of scores)
      scores.set(id, score + weight * Math.log((shares.get(id) ?? 0) + least));
  }
}
