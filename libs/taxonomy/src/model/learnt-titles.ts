// Occupations of a title by titles whose occupation is known: a softmax over the title's parts that has a weight only
// where a part and an occupation were seen together, and the titles most like it.
import { dot } from './dot.js';
import type { LabelTitles, TitleCandidate } from './label-titles.js';
import { titleVector, type TitleGrams } from './title-grams.js';
import { topOf } from './top-of.js';
import { unpackArrays } from './pack-arrays.js';
import { widen } from './quantise.js';

/** For every bucket the numbers listed with it, and their weights. */
interface WeightedPostings {
  starts: Int32Array;
  places: Int32Array;
  weights: Float32Array;
}

export const titleFiles = { numbers: 'learnt-titles.bin', names: 'learnt-titles.json' } as const;

export const learntNames = [
  'probability',
  'share',
  'nearest',
  'nearness',
  'titles',
  'labels',
  'described',
  'likeKnown',
  'isKnown',
] as const;

const mostNear = 60;
const mostLikely = 20;
const leastLike = 0.05;
/** So many titles are worth as much as the labels are. */
const worthOfLabels = 200;
/** From so many on labels add half a point and take three times as long. */
const enough = 4000;

/** The part of a decision that belongs to what was learnt from so many titles, 0 to 1. */
export const trustIn = (titles: number): number => (titles >= enough ? 1 : titles / (titles + worthOfLabels));

/** The numbers of what was learnt: 15 MB for fifteen thousand titles, which threads share. */
export interface TitleTables {
  /** How rare each part is; 0 for one never seen. */
  rarity: Float32Array;
  softmax: WeightedPostings;
  bias: Float32Array;
  near: WeightedPostings;
  /** The occupation of each title. */
  occupationOf: Int32Array;
  /** The mean of the titles of each occupation, one unit long; zeros where it has none. */
  centres: Float32Array;
}

/** Reads the numbers from their packed file. */
export function titleTables(packed: Buffer): TitleTables {
  const { bytes, integers, numbers } = unpackArrays(packed);
  return {
    rarity: numbers('rarity'),
    softmax: { starts: integers('starts'), places: integers('places'), weights: numbers('weights') },
    bias: numbers('bias'),
    near: {
      starts: integers('titleStarts'),
      places: integers('titlePlaces'),
      weights: numbers('titleWeights'),
    },
    occupationOf: integers('occupationOf'),
    centres: widen({ bytes: bytes('centres'), scales: numbers('centresScales') }),
  };
}

export class LearntTitles {
  private readonly ids: readonly string[];
  private readonly counts: Int32Array;
  private readonly scores: Float32Array;
  private readonly likeness: Float32Array;

  constructor(
    private readonly tables: TitleTables,
    names: Buffer,
    private readonly labels: Pick<LabelTitles, 'unitOf' | 'likeness' | 'dimensions'>,
  ) {
    this.ids = (JSON.parse(names.toString('utf8')) as { ids: string[] }).ids;
    const { occupationOf } = tables;
    this.counts = new Int32Array(this.ids.length);
    for (const at of occupationOf) this.counts[at] = (this.counts[at] as number) + 1;
    this.scores = new Float32Array(this.ids.length);
    this.likeness = new Float32Array(occupationOf.length);
  }

  /** How far it decides beside the taxonomy's labels, 0 to 1. */
  get trust(): number {
    return trustIn(this.tables.occupationOf.length);
  }

  /** In no order, features in the order of `learntNames`; none for a title without a known part. */
  candidates(title: string): TitleCandidate[] {
    const vector = titleVector(title, this.tables.rarity);
    if (vector.buckets.length === 0) return [];
    this.predict(vector);
    const near = this.nearest(vector);
    const likely = topOf(this.scores, mostLikely);
    const unit = this.labels.unitOf(title);
    return [...new Set([...likely, ...near.keys()])].map((at) => {
      const { sum = 0, most = 0, share = 0 } = near.get(at) ?? {};
      const occupation = this.ids[at] ?? '';
      return {
        occupation,
        features: [
          Math.log((this.scores[at] as number) + 1e-6),
          Math.log(share + 0.01),
          most,
          Math.log(sum + 0.003),
          Math.log1p(this.counts[at] as number),
          ...this.labels.likeness(unit, occupation),
          this.likeKnown(unit, at),
          this.counts[at] === 0 ? 0 : 1,
        ],
      };
    });
  }

  private likeKnown(unit: Float32Array, at: number): number {
    const d = this.labels.dimensions;
    return dot(unit, 0, this.tables.centres, at * d, d);
  }

  /** Probabilities of all occupations, in `scores`. */
  private predict(vector: TitleGrams): void {
    const { scores } = this;
    scores.set(this.tables.bias);
    addUp(scores, vector, this.tables.softmax);
    let most = -Infinity;
    for (const score of scores) if (score > most) most = score;
    let sum = 0;
    for (let at = 0; at < scores.length; at += 1) sum += scores[at] = Math.exp((scores[at] as number) - most);
    for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] as number) / sum;
  }

  /** The occupations of the titles most like it, each with its share: likeness to the fourth power. */
  private nearest(vector: TitleGrams): Map<number, { sum: number; most: number; share: number }> {
    this.likeness.fill(0);
    addUp(this.likeness, vector, this.tables.near);
    const found = new Map<number, { sum: number; most: number; share: number }>();
    let total = 0;
    for (const title of topOf(this.likeness, mostNear)) {
      const like = this.likeness[title] as number;
      if (like < leastLike) break;
      const at = this.tables.occupationOf[title] as number;
      const known = found.get(at) ?? { sum: 0, most: 0, share: 0 };
      found.set(at, { ...known, sum: known.sum + like ** 4, most: Math.max(known.most, like) });
      total += like ** 4;
    }
    for (const one of found.values()) one.share = one.sum / total;
    return found;
  }
}

function addUp(
  to: Float32Array,
  { buckets, weights }: TitleGrams,
  { starts, places, weights: posted }: WeightedPostings,
): void {
  for (let k = 0; k < buckets.length; k += 1) {
    const bucket = buckets[k] as number;
    const weight = weights[k] as number;
    const end = starts[bucket + 1] as number;
    for (let at = starts[bucket] as number; at < end; at += 1) {
      const place = places[at] as number;
      to[place] = (to[place] as number) + weight * (posted[at] as number);
    }
  }
}
