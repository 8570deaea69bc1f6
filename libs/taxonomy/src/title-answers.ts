// Occupations of titles: by a trained reader where there is one, else by the names they have.
import { labelIndex } from './label-index.js';
import { lazily } from './lazily.js';
import { titleMatcher } from './match-title.js';
import type { TitleReading } from './model/title-reader.js';
import { normaliseLabel } from './normalise-label.js';
import { generalNames, properNames } from './occupation-names.js';
import type { Occupation, RankedOccupation, Taxonomy } from './taxonomy.types.js';

type Find = (text: string) => Occupation | undefined;

/** Makes a trained reader; `named` gives the id of the occupation that a title names word for word. */
export type TrainedTitles = (
  named: (title: string) => string | undefined,
) => (title: string) => readonly TitleReading[];

function byCode(occupations: readonly Occupation[]): Map<string, Occupation[]> {
  const codes = new Map<string, Occupation[]>();
  for (const one of occupations) {
    for (const code of new Set([one.soc2020, one.isco08])) codes.set(code, [...(codes.get(code) ?? []), one]);
  }
  return codes;
}

function occupationResolver(
  occupations: readonly Occupation[],
  byId: Find,
  proper: Find,
): Taxonomy['resolveOccupation'] {
  const codes = byCode(occupations);
  const labels = lazily(() => labelIndex(occupations));
  return (text) => {
    const ofCode = codes.get(text.trim());
    if (ofCode) return ofCode.length === 1 ? ofCode[0] : undefined;
    return byId(text.trim()) ?? proper(text) ?? labels(text);
  };
}

/** What a taxonomy answers about titles. */
export function titleAnswers(
  occupations: readonly Occupation[],
  byId: Find,
  trained?: TrainedTitles,
): Pick<Taxonomy, 'resolveOccupation' | 'occupationOfTitle' | 'classifyTitle'> {
  const proper = lazily(() => properNames(occupations));
  const isGeneral = lazily(() => generalNames(occupations));
  const byLabel = occupationResolver(occupations, byId, proper);
  const named = lazily(() => titleMatcher(occupations));
  const reading = trained && lazily(() => trained((title) => proper(title)?.id));
  const ranked = classifier(byId, named, reading);
  const likely = (title: string) => {
    const [best] = reading ? ranked(title) : [];
    if (best === undefined || best.confidence < likelyFrom) return undefined;
    return isGeneral(title) && !endsWith(best.label, title) ? undefined : byId(best.id);
  };
  /** One of a large taxonomy's many short labels stands in a title by chance: "supervisor" alone runs a refinery. */
  const byChance = (title: string) => {
    const found = named(title);
    if (found === undefined || !reading) return found;
    if (isGeneral(title)) return undefined;
    const isMeant = byLabel(title) === found || ranked(title).slice(0, mostLikely).some(isOf(found));
    return isMeant ? found : undefined;
  };
  return {
    resolveOccupation: byLabel,
    occupationOfTitle: (title) => proper(title) ?? likely(title) ?? byChance(title),
    classifyTitle: (title, top = 5) => ranked(title).slice(0, top),
  };
}

const isOf =
  (one: Occupation) =>
  ({ id }: { id: string }): boolean =>
    id === one.id;
const endsWith = (label: string, name: string): boolean =>
  normaliseLabel(label).endsWith(` ${normaliseLabel(name)}`);

/** A wrong occupation costs more than none. */
const likelyFrom = 0.4;
const mostLikely = 5;
/** Of a title that says an occupation's name and no more. */
const namedConfidence = 0.8;
const longestTitle = 300;
/** Who does a job makes it no other one. */
const ofSomebody = /\b(?:(?:fe)?male|lady|(?:wo)?men only|aged? \d\d(?:\s?[-\u2013]\s?\d\d)?)\b/gi;

const rankedOf = ({ id, label, isco08, soc2020 }: Occupation, confidence: number): RankedOccupation => ({
  id,
  label,
  isco: isco08,
  soc: soc2020,
  confidence,
});

/** Titles by a trained reader, else by the one occupation they name. */
function classifier(
  byId: (id: string) => Occupation | undefined,
  named: (title: string) => Occupation | undefined,
  reading: ((title: string) => readonly TitleReading[]) | undefined,
): (title: string) => RankedOccupation[] {
  return (whole) => {
    const title = whole.slice(0, longestTitle).replaceAll(ofSomebody, ' ');
    if (reading)
      return reading(title).flatMap((one) => {
        const found = byId(one.occupation);
        return found === undefined ? [] : [rankedOf(found, one.confidence)];
      });
    const found = named(title);
    return found === undefined ? [] : [rankedOf(found, namedConfidence)];
  };
}
