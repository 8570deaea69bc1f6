import type { TaxonomyData } from '../skill-data.js';
import type { Occupation } from '../taxonomy.types.js';
import type { EscoData } from './esco.types.js';
import { namesakes, withEverydayNames } from './everyday-names.js';
import type { FitReport } from './fit-report.js';
import { linkToSoc, type SocLinks } from './link-to-soc.js';

export interface AssembledOccupations {
  occupations: Occupation[];
  replaced: Map<string, string>;
}

type SkillsOf = Map<string, { essential: string[]; optional: string[] }>;

function skillsOf(esco: EscoData, known: ReadonlySet<string>, report: FitReport): SkillsOf {
  const occupations = new Set(esco.occupations.map(({ id }) => id));
  const all: SkillsOf = new Map();
  for (const { occupation, skill, isEssential } of esco.occupationSkills) {
    if (!occupations.has(occupation) || !known.has(skill)) {
      report.note('a skill of an occupation that is not there was left out', `${occupation} ${skill}`);
      continue;
    }
    const lists = all.get(occupation) ?? { essential: [], optional: [] };
    lists[isEssential ? 'essential' : 'optional'].push(skill);
    all.set(occupation, lists);
  }
  return all;
}

/** A starter occupation without a namesake is stood for by the first of its ISCO group. */
function replacedBy(
  starter: readonly Occupation[],
  esco: readonly Occupation[],
  same: ReadonlyMap<string, Occupation>,
): Map<string, string> {
  const first = new Map(esco.toReversed().map(({ isco08, id }) => [isco08, id]));
  return new Map(
    starter.flatMap(({ id, isco08 }): [string, string][] => {
      const stand = same.get(id)?.id ?? first.get(isco08);
      return stand === undefined ? [] : [[id, stand]];
    }),
  );
}

/** The occupations of ESCO with their skills, ISCO and SOC codes; starter occupations are replaced by them. */
export function assembleOccupations(
  esco: EscoData,
  starter: TaxonomyData,
  skills: ReadonlySet<string>,
  soc: SocLinks,
  report: FitReport,
): AssembledOccupations {
  const lists = skillsOf(esco, skills, report);
  const released = esco.occupations.filter(({ isReleased }) => isReleased);
  const plain = released.map(({ id, label, altLabels, isco08 }) => {
    if (!esco.groups.has(isco08))
      report.note('an occupation names an ISCO group that is not there', `${id} ${isco08}`);
    return {
      id,
      label,
      altLabels,
      isco08,
      soc2020: '',
      ...(lists.get(id) ?? { essential: [], optional: [] }),
    };
  });
  const same = namesakes(starter.occupations, plain);
  const replaced = replacedBy(starter.occupations, plain, same);
  const named = withEverydayNames(plain, starter.occupations, same);
  const linked = linkToSoc(named, soc, starter.occupations);
  for (const one of esco.occupations)
    if (!one.isReleased && one.replacedBy !== '') replaced.set(one.id, one.replacedBy);
  return { occupations: linked, replaced };
}
