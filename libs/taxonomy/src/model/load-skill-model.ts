import { dot } from './dot.js';
import { postingsOf } from './label-words.js';
import { sharedNumbers, unpackArrays } from './pack-arrays.js';
import { widen } from './quantise.js';
import type { SkillModel } from './rank-skills.js';
import { WordTable, type WordVectors } from './word-table.js';

/** A model with the ids of its concepts, in its order. */
export interface LoadedModel extends SkillModel {
  ids: readonly string[];
}

/** The numbers of a model: 27 MB for ESCO's skills, which threads share. */
export type ModelTables = Omit<SkillModel, 'table'> & { vectors: WordVectors };

/** Reads the numbers of a model from its packed file. */
export function modelTables(packed: Buffer): ModelTables {
  const { bytes, integers, numbers } = unpackArrays(packed);
  const rows = (name: string) => ({ bytes: bytes(name), scales: numbers(`${name}Scales`) });
  const concepts = integers('concepts');
  const starts = integers('starts');
  const conceptOf = new Int32Array(new SharedArrayBuffer(4 * (starts.length - 1)));
  for (let concept = 0; concept + 1 < concepts.length; concept += 1)
    conceptOf.fill(concept, concepts[concept], concepts[concept + 1]);
  const labels = { starts, words: integers('words'), concepts, conceptOf, norms: numbers('norms') };
  const [scales, values] = [numbers('vectorsScales'), widen(rows('vectors'))];
  return {
    vectors: { values, norms: inverseNorms(values, scales.length), grams: rows('grams') },
    labels,
    postings: postingsOf(labels, scales.length),
    idf: numbers('idf'),
    described: widen(rows('described')),
    means: widen(rows('means')),
    priors: numbers('priors'),
  };
}

/** One over the length of each row. */
function inverseNorms(rows: Float32Array, count: number): Float32Array {
  const norms = sharedNumbers(count);
  const d = rows.length / count;
  for (let at = 0; at < count; at += 1) norms[at] = 1 / (Math.sqrt(dot(rows, at * d, rows, at * d, d)) || 1);
  return norms;
}

/** A model of its numbers and the file of its words and ids. */
export function modelOf({ vectors, ...tables }: ModelTables, names: Buffer): LoadedModel {
  const { words, ids } = JSON.parse(names.toString('utf8')) as { words: string[]; ids: string[] };
  return { ...tables, ids, table: new WordTable(words, vectors) };
}
