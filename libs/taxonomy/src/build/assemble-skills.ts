// One list of skills out of ESCO and the starter taxonomy, which knows what ESCO does not: registrations,
// qualifications, driving licences, and the words of adverts.
import { normaliseLabel } from '../normalise-label.js';
import type { SkillRecord, TaxonomyData } from '../skill-data.js';
import type { EscoData, EscoSkill } from './esco.types.js';
import type { FitReport } from './fit-report.js';
import { counterparts, withoutOthersNames } from './skill-namesakes.js';
import { soundBroader } from './sound-links.js';

export interface AssembledSkills {
  skills: SkillRecord[];
  /** Ids of concepts that are no more, with the one that stands for each now. */
  replaced: Map<string, string>;
}

const bracketed = /\s*\([^()]*\)$/;
const languageGroup = /^(?:understand (?:written|spoken)|write|speak|interact verbally in) [A-Z]/;

/** "Java (computer programming)" is Java as well. */
function withShortForm({ label, altLabels }: EscoSkill): string[] {
  const short = label.replace(bracketed, '');
  return short === label || short === '' || altLabels.includes(short) ? altLabels : [short, ...altLabels];
}

function kindOf(skill: EscoSkill, languages: ReadonlySet<string>): SkillRecord['kind'] {
  if (languages.has(skill.label) || languageGroup.test(skill.label)) return 'language';
  return skill.isKnowledge ? 'knowledge' : 'skill';
}

/** "English" is a language where ESCO has "write English" as well. */
function languagesOf(skills: readonly EscoSkill[]): Set<string> {
  const written = skills.filter(({ label }) => label.startsWith('write '));
  return new Set(
    written.map(({ label }) => label.slice('write '.length)).filter((name) => /^[A-Z]/.test(name)),
  );
}

function escoSkills(esco: EscoData, report: FitReport): SkillRecord[] {
  const released = esco.skills.filter(({ isReleased }) => isReleased);
  const ids = new Set(released.map(({ id }) => id));
  const languages = languagesOf(released);
  const broader = soundBroader(ids, esco.broaderSkills, report);
  const related = Map.groupBy(
    esco.relatedSkills.filter(([from, to]) => {
      if (ids.has(from) && ids.has(to)) return true;
      report.note('a relation to a skill that is not there was left out', `${from} ${to}`);
      return false;
    }),
    ([from]) => from,
  );
  return released.map((skill) => ({
    id: skill.id,
    label: skill.label,
    kind: kindOf(skill, languages),
    altLabels: withShortForm(skill),
    broader: broader.get(skill.id) ?? [],
    related: (related.get(skill.id) ?? []).map(([, to]) => to),
  }));
}

/** A name the starter gives is added only where it names nothing else yet. */
function addNames(
  skills: readonly SkillRecord[],
  starter: readonly SkillRecord[],
  same: ReadonlyMap<string, SkillRecord>,
): SkillRecord[] {
  const taken = new Set(skills.flatMap(({ label, altLabels }) => [label, ...altLabels].map(normaliseLabel)));
  const extra = new Map<string, string[]>();
  for (const skill of starter) {
    const id = same.get(skill.id)?.id;
    if (id === undefined) continue;
    const names = [skill.label, ...skill.altLabels].filter((name) => !taken.has(normaliseLabel(name)));
    extra.set(id, [...(extra.get(id) ?? []), ...names]);
  }
  return skills.map((skill) => ({
    ...skill,
    altLabels: [...skill.altLabels, ...(extra.get(skill.id) ?? [])],
  }));
}

export function assembleSkills(esco: EscoData, starter: TaxonomyData, report: FitReport): AssembledSkills {
  const official = escoSkills(esco, report);
  const same = counterparts(starter.skills, official);
  const replaced = new Map([...same].map(([id, skill]) => [id, skill.id]));
  for (const { id, isReleased, replacedBy } of esco.skills)
    if (!isReleased && replacedBy !== '') replaced.set(id, replacedBy);
  const now = (id: string): string => replaced.get(id) ?? id;
  const own = starter.skills
    .filter(({ id }) => !same.has(id))
    .map((skill) => ({ ...skill, broader: skill.broader.map(now), related: skill.related.map(now) }));
  const freed = withoutOthersNames(official, starter.skills, same);
  return { skills: [...addNames(freed, starter.skills, same), ...own], replaced };
}
