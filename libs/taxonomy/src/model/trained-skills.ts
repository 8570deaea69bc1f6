// Skills in running text with a trained model: its concepts by ranking, all others (registrations, licences) by name.
import { skillFinder } from '../find-skills.js';
import { heldKinds } from '../held-kinds.js';
import { NeedReader } from '../read-need.js';
import { readData } from '../read-data.js';
import type { TaxonomyData } from '../skill-data.js';
import type { FoundSkill, LikelyOccupation } from '../taxonomy.types.js';
import { scanWords, type Word } from '../text/scan-words.js';
import { leaveNamed } from './leave-named.js';
import type { LoadedModel } from './load-skill-model.js';
import { OccupationKinship } from './occupation-kinship.js';
import { sentencesOf } from './sentences.js';
import { SkillReader, type Kinship, type SkillReading, type SkillWeights } from './skill-reader.js';
import { stemOf } from './stem-words.js';

/** Labels that begin with a verb make it one; fewer may be chance. */
const leastLabels = 5;

/** Stems of the verbs that skills of a taxonomy begin with. */
export function verbsOf(skills: TaxonomyData['skills']): Set<string> {
  const counts = new Map<string, number>();
  for (const { kind, label } of skills) {
    const stem = kind === 'skill' ? stemOf(label.split(' ')[0] ?? '') : '';
    if (stem !== '') counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= leastLabels).map(([stem]) => stem));
}

export interface TrainedSkills {
  /**
   * @param about the occupations the text is likely about; skills of other trades are then less sure
   * @param among only skills with such ids; no other takes words from them
   */
  find: (text: string, about?: readonly LikelyOccupation[], among?: (id: string) => boolean) => FoundSkill[];
  rank: (text: string, top: number, about?: readonly LikelyOccupation[]) => FoundSkill[];
}

function wordAt(words: readonly Word[], offset: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Adds to each what the wording around it asks for. */
const withNeed = (text: string, found: readonly Omit<FoundSkill, 'need'>[]): FoundSkill[] => {
  const words = scanWords(text);
  const needs = new NeedReader(text, words);
  return found.map((one) => ({
    ...one,
    need: needs.needOf(wordAt(words, one.start), wordAt(words, one.end - 1) + 1, one.start),
  }));
};

/** Finds skills with a model of some of them; the rest are found by name. */
export function trainedSkills(data: TaxonomyData, model: LoadedModel): TrainedSkills {
  const modelled = new Set(model.ids);
  const verbs = verbsOf(data.skills.filter(({ id }) => modelled.has(id)));
  const weights = readData<SkillWeights>('skill-weights.json');
  const reader = new SkillReader(model, weights, (stem) => verbs.has(stem));
  const byName = skillFinder(
    data.skills.filter(({ id }) => !modelled.has(id)),
    data.rules,
  );
  const held = new Set(data.skills.filter(({ kind }) => heldKinds.has(kind)).map(({ id }) => id));
  const kinship = new OccupationKinship(data.occupations);
  const labels = new Map(data.skills.map(({ id, label }) => [id, label]));
  const toldFrom = (text: string, base: number, one: SkillReading): Omit<FoundSkill, 'need'> => {
    const id = model.ids[one.skill] ?? '';
    const [start, end] = [base + one.start, base + one.end];
    const { confidence } = one;
    return { id, label: labels.get(id) ?? id, start, end, text: text.slice(start, end), confidence };
  };
  return {
    find: (text, about = [], among = () => true) => {
      const open = reader.read(text, kinship.of(about, model.ids));
      const isOpen = (at: number) => open.some(({ start, end }) => start <= at && at < end);
      // What one has or has not counts wherever it is named; a skill not among benefits or in praise of the employer.
      const named = byName(text).filter(({ id, start }) => among(id) && (held.has(id) || isOpen(start)));
      const read = open
        .flatMap(({ readings }) => readings.map((one) => toldFrom(text, 0, one)))
        .filter(({ id }) => among(id));
      const left = leaveNamed(read, named, (id) => held.has(id));
      const all = [...named, ...withNeed(text, left)];
      return all.toSorted((a, b) => a.start - b.start || b.confidence - a.confidence);
    },
    rank: (text, top, about = []) =>
      withNeed(text, rankAll(text, reader, { top, kinship: kinship.of(about, model.ids) }, toldFrom)),
  };
}

type Told = (text: string, base: number, one: SkillReading) => Omit<FoundSkill, 'need'>;

/** The likest skills of all sentences, each once. */
function rankAll(
  text: string,
  reader: SkillReader,
  { top, kinship }: { top: number; kinship: Kinship },
  told: Told,
): Omit<FoundSkill, 'need'>[] {
  const sentences = sentencesOf(text);
  // One sentence is ranked as it is, longer ones are those of an advert.
  const parts = sentences.length <= 3 ? [{ start: 0, text }] : sentences;
  const best = new Map<string, Omit<FoundSkill, 'need'>>();
  for (const part of parts)
    for (const one of reader.rank(part.text, top, kinship)) {
      const found = told(text, part.start, one);
      if (found.confidence > (best.get(found.id)?.confidence ?? -1)) best.set(found.id, found);
    }
  return [...best.values()]
    .toSorted((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1))
    .slice(0, top);
}
