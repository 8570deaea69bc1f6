// The shipped occupations have the names that jobs go by in Britain; those of a download get them from their namesakes.
import { labelIndex } from '../label-index.js';
import { normaliseLabel } from '../normalise-label.js';
import { generalNames } from '../occupation-names.js';
import type { Occupation } from '../taxonomy.types.js';

/**
 * The ESCO occupation that has one of a starter occupation's names: in its ISCO unit group, else by its main name
 * anywhere, else in its minor group; else the one that is all of its unit group.
 */
export function namesakes(
  starter: readonly Occupation[],
  esco: readonly Occupation[],
): Map<string, Occupation> {
  const units = Map.groupBy(esco, ({ isco08 }) => isco08);
  const inUnit = groupIndexes(esco, 4);
  const inMinor = groupIndexes(esco, 3);
  const anywhere = labelIndex(esco);
  const found = new Map<string, Occupation>();
  for (const one of starter) {
    const names = [one.label, ...one.altLabels];
    const first = (find: Find) => names.map(find).find((other) => other !== undefined);
    const unit = units.get(one.isco08) ?? [];
    const same =
      first(inUnit(one.isco08)) ??
      anywhere(one.label) ??
      first(inMinor(one.isco08)) ??
      (unit.length === 1 ? unit[0] : undefined);
    if (same) found.set(one.id, same);
  }
  return found;
}

type Find = (name: string) => Occupation | undefined;

/** By label within the ISCO group that a code falls into with so many digits. */
function groupIndexes(occupations: readonly Occupation[], digits: number): (isco: string) => Find {
  const groups = Map.groupBy(occupations, ({ isco08 }) => isco08.slice(0, digits));
  const indexes = new Map([...groups].map(([code, group]) => [code, labelIndex(group)]));
  return (isco) => indexes.get(isco.slice(0, digits)) ?? (() => undefined);
}

const isOneWord = (name: string): boolean => !/[\s/-]/.test(name);

/**
 * Gives each namesake the names of its starter occupation: other labels where they name nothing else, and as usual
 * names those that stay with it whatever else lists them. A cleaner cleans buildings, though ESCO has the word for the
 * cleaners of amusement parks alone; but names of several words are often nearer to another, and "machine operator" is
 * of many.
 */
export function withEverydayNames(
  occupations: readonly Occupation[],
  starter: readonly Occupation[],
  same: ReadonlyMap<string, Occupation>,
): Occupation[] {
  const byLabel = labelIndex(occupations);
  const isFree = (name: string) => byLabel(name) === undefined;
  const isGeneral = generalNames(occupations);
  const names = new Map<string, { others: string[]; usual: string[] }>();
  for (const { id, isco08, label, altLabels } of starter) {
    const stand = same.get(id);
    if (stand === undefined) continue;
    const { others, usual } = names.get(stand.id) ?? { others: [], usual: [] };
    const isOurs = isFree(label) || hasName(stand, label) || !isResidual(isco08);
    const isProper = isOneWord(label) || (isOurs && !isGeneral(label));
    names.set(stand.id, {
      others: [...others, ...[label, ...altLabels].filter(isFree)],
      usual: [...usual, ...(isProper ? [label] : []), ...altLabels.filter(isOneWord)],
    });
  }
  return occupations.map((one) => ({
    ...one,
    altLabels: [...one.altLabels, ...(names.get(one.id)?.others ?? [])],
    usualNames: names.get(one.id)?.usual ?? [],
  }));
}

/** Of occupations "not elsewhere classified", which have little in common. */
const isResidual = (isco08: string): boolean => isco08.endsWith('9');

const hasName = ({ label, altLabels }: Occupation, name: string): boolean =>
  [label, ...altLabels].some((other) => normaliseLabel(other) === normaliseLabel(name));
