import { postingsOf } from './label-words.js';
import { widen } from './quantise.js';
import { unpackArrays } from './pack-arrays.js';
import type { SkillModel } from './rank-skills.js';
import { WordTable } from './word-table.js';

/** A model with the ids of its concepts, in its order. */
export interface LoadedModel extends SkillModel {
  ids: readonly string[];
}

/** Reads a model from its two files. */
export function loadModel(packed: Buffer, names: Buffer): LoadedModel {
  const { words, ids } = JSON.parse(names.toString('utf8')) as { words: string[]; ids: string[] };
  const { bytes, integers, numbers } = unpackArrays(packed);
  const rows = (name: string) => ({ bytes: bytes(name), scales: numbers(`${name}Scales`) });
  const concepts = integers('concepts');
  const starts = integers('starts');
  const conceptOf = new Int32Array(starts.length - 1);
  for (let concept = 0; concept < ids.length; concept += 1)
    conceptOf.fill(concept, concepts[concept], concepts[concept + 1]);
  const labels = { starts, words: integers('words'), concepts, conceptOf, norms: numbers('norms') };
  return {
    ids,
    table: new WordTable(words, rows('vectors'), rows('grams')),
    labels,
    postings: postingsOf(labels, words.length),
    idf: numbers('idf'),
    described: widen(rows('described')),
    means: widen(rows('means')),
    priors: numbers('priors'),
  };
}
