// The model of a taxonomy's skills: labels as numbers, trained vectors, priors. Written as packed arrays.
import { dot } from '../model/dot.js';
import { gramBuckets, gramsOf } from '../model/grams.js';
import { packArrays } from '../model/pack-arrays.js';
import { quantise } from '../model/quantise.js';
import { stemsOf } from '../model/stem-words.js';
import { readData } from '../read-data.js';
import type { TrainedTable } from './train-table.js';

/** A concept as the model takes it: its labels, the main one first. */
export interface ModelConcept {
  id: string;
  labels: readonly string[];
  description: string;
  isTransversal: boolean;
  isOccupationSpecific: boolean;
  /** Occupations that need it; an optional need counts half. */
  needs: number;
}

/** The share of adverts that name an ESCO skill, by id: the mean over several collections. */
const skillsInAdverts = () => new Map(Object.entries(readData<Record<string, number>>('advert-skills.json')));
const rarestSkill = 0.0005;
const longestDescription = 48;

/** Every label's stems, each label once; a concept always has one. */
function stemmedLabels({ labels }: ModelConcept): string[][] {
  const seen = new Set<string>();
  return labels.map(stemsOf).filter((stems) => {
    const key = stems.join(' ');
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

class VectorReader {
  private readonly places: Map<string, number>;

  constructor(private readonly table: TrainedTable) {
    this.places = new Map(table.words.map((word, at) => [word, at]));
  }

  addTo(sum: Float32Array, at: number, word: string): void {
    const { dimensions: d, vectors, words } = this.table;
    const place = this.places.get(word);
    const rows = place === undefined ? gramsOf(word).map((gram) => gram + words.length) : [place];
    for (const row of rows)
      for (let k = 0; k < d; k += 1)
        sum[at * d + k] = (sum[at * d + k] as number) + (vectors[row * d + k] as number) / rows.length;
  }

  grams(): Float32Array {
    const { dimensions: d, vectors, words } = this.table;
    return vectors.subarray(words.length * d, (words.length + gramBuckets) * d);
  }
}

function makeUnit(rows: Float32Array, at: number, d: number): number {
  const norm = Math.sqrt(dot(rows, at * d, rows, at * d, d)) || 1;
  for (let k = at * d; k < (at + 1) * d; k += 1) rows[k] = (rows[k] as number) / norm;
  return norm;
}

/** The files of the model, by name. */
export function makeSkillModel(
  concepts: readonly ModelConcept[],
  table: TrainedTable,
  name: string,
): Map<string, Uint8Array> {
  const d = table.dimensions;
  const reader = new VectorReader(table);
  const stemmed = concepts.map(stemmedLabels);
  const words = [...new Set(stemmed.flat(2))].toSorted();
  const places = new Map(words.map((word, at) => [word, at]));
  const all = stemmed.flat();
  const starts = Int32Array.from({ length: all.length + 1 });
  for (const [at, label] of all.entries()) starts[at + 1] = (starts[at] as number) + label.length;
  const firsts = Int32Array.from({ length: concepts.length + 1 });
  for (const [at, labels] of stemmed.entries()) firsts[at + 1] = (firsts[at] as number) + labels.length;

  const norms = new Float32Array(all.length);
  const means = new Float32Array(concepts.length * d);
  const described = new Float32Array(concepts.length * d);
  const one = new Float32Array(d);
  let label = 0;
  for (const [at, labels] of stemmed.entries()) {
    for (const stems of labels) {
      one.fill(0);
      for (const word of stems) reader.addTo(one, 0, word);
      norms[label] = makeUnit(one, 0, d);
      for (let k = 0; k < d; k += 1) means[at * d + k] = (means[at * d + k] as number) + (one[k] as number);
      label += 1;
    }
    const text = [
      ...(labels[0] ?? []),
      ...stemsOf(concepts[at]?.description ?? '').slice(0, longestDescription),
    ];
    for (const word of text) reader.addTo(described, at, word);
    makeUnit(means, at, d);
    makeUnit(described, at, d);
  }
  const vectors = new Float32Array(words.length * d);
  for (const [at, word] of words.entries()) reader.addTo(vectors, at, word);
  const packed = {
    vectors: quantise(vectors, d),
    grams: quantise(Float32Array.from(reader.grams()), d),
    described: quantise(described, d),
    means: quantise(means, d),
  };
  const arrays = Object.fromEntries(
    Object.entries(packed).flatMap(([key, { bytes, scales }]) => [
      [key, bytes],
      [`${key}Scales`, scales],
    ]),
  );
  const more = {
    starts,
    words: Int32Array.from(all.flat(), (word) => places.get(word) ?? 0),
    concepts: firsts,
    norms,
    idf: idfOf(words, stemmed, concepts),
    priors: priorsOf(concepts, stemmed),
  };
  return new Map<string, Uint8Array>([
    [`${name}.bin`, packArrays({ ...arrays, ...more })],
    [`${name}.json`, Buffer.from(JSON.stringify({ words, ids: concepts.map(({ id }) => id) }))],
  ]);
}

/** Rare in labels and rare in descriptions, half each: "manner" is rare in labels only. */
function idfOf(
  words: readonly string[],
  stemmed: readonly string[][][],
  concepts: readonly ModelConcept[],
): Float32Array {
  const inLabels = usesOf(stemmed.map((labels) => labels.flat()));
  const inTexts = usesOf(concepts.map(({ description }) => stemsOf(description)));
  const rarity = (uses: number, add: number) => Math.log((concepts.length + 1) / (uses + add));
  return Float32Array.from(
    words,
    (word) => (rarity(inLabels.get(word) ?? 0, 0.5) + rarity(inTexts.get(word) ?? 0, 1)) / 2,
  );
}

function usesOf(texts: readonly (readonly string[])[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const words of texts) for (const word of new Set(words)) uses.set(word, (uses.get(word) ?? 0) + 1);
  return uses;
}

function priorsOf(concepts: readonly ModelConcept[], stemmed: readonly string[][][]): Float32Array {
  const inAdverts = skillsInAdverts();
  return Float32Array.from(
    concepts.flatMap(({ id, isTransversal, isOccupationSpecific, needs }, at) => [
      isTransversal ? 1 : 0,
      isOccupationSpecific ? 1 : 0,
      Math.log1p(needs),
      Math.log((inAdverts.get(id) ?? 0) + rarestSkill),
      stemmed[at]?.[0]?.length ?? 0,
      Math.log(Math.max(1, stemmed[at]?.length ?? 1)),
    ]),
  );
}
