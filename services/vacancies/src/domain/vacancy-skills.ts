import { limits, type SkillRef } from '@jobwire/contracts';
import type { FoundSkill, LikelyOccupation, Taxonomy } from '@jobwire/taxonomy';
import { badField } from './vacancy.errors.js';
import type { Posting, Understood } from './vacancy.js';

type Skills = Pick<Understood, 'skills' | 'mustHave' | 'skillsFrom' | 'mentions'>;
type Need = 'required' | 'desired';

const NOTHING_STANDS_IN = new Set(['licence', 'registration', 'language']);
/** So many are shown; a text with more is a list of words. */
const MOST_MENTIONS = 100;
const STRENGTH = { required: 2, desired: 1, mentioned: 0 } as const;

/** The employer's own lists, or what the text asks for. Only an employer's own word makes a licence a must. */
export function skillsOf(posting: Posting, text: string, taxonomy: Taxonomy): Skills {
  const listed = posting.skills;
  if (listed === undefined || listed.required.length + listed.desired.length === 0) {
    const found = taxonomy.findSkills(text, likelyOccupations(posting, taxonomy));
    return { skills: skillsInText(found), mustHave: [], skillsFrom: 'text', mentions: mentionsOf(found) };
  }
  const required = resolveAll(listed.required, 'required', taxonomy);
  const taken = new Set(required.map((skill) => skill.id));
  const desired = resolveAll(listed.desired, 'desired', taxonomy).filter((skill) => !taken.has(skill.id));
  const mustHave = required.map((skill) => skill.id).filter((id) => isMust(taxonomy, id));
  return { skills: { required, desired }, mustHave, skillsFrom: 'employer' };
}

/** Titles are often unsure, so skills are read in the light of a few. */
const LIKELIEST = 3;

function likelyOccupations(posting: Posting, taxonomy: Taxonomy): LikelyOccupation[] {
  const named = posting.occupation === undefined ? undefined : taxonomy.resolveOccupation(posting.occupation);
  return named === undefined
    ? taxonomy.classifyTitle(posting.title, LIKELIEST)
    : [{ id: named.id, confidence: 1 }];
}

const mentionsOf = (found: readonly FoundSkill[]): NonNullable<Skills['mentions']> =>
  found.slice(0, MOST_MENTIONS).map(({ text: quote, ...where }) => ({ ...where, quote }));

function isMust(taxonomy: Taxonomy, id: string): boolean {
  return NOTHING_STANDS_IN.has(taxonomy.skill(id)?.kind ?? '');
}

function resolveAll(labels: readonly string[], need: Need, taxonomy: Taxonomy): SkillRef[] {
  const byId = new Map<string, SkillRef>();
  for (const [index, label] of labels.entries()) {
    const skill = taxonomy.resolveSkill(label);
    if (skill === undefined) {
      throw badField('UNKNOWN_SKILL', {
        field: `skills.${need}.${index}`,
        reason: 'is an id in no taxonomy',
        remedy: 'send the label, or an id that the API gave you',
      });
    }
    if (!byId.has(skill.id)) byId.set(skill.id, skill);
  }
  return [...byId.values()];
}

/** A text that asks for this many skills in so many words says enough; what it merely mentions is then left out. */
const ASKED_ENOUGH = 5;

/** Each skill once, by its strongest mention, in the order of the text. */
function skillsInText(found: readonly FoundSkill[]): Understood['skills'] {
  const strongest = new Map<string, FoundSkill>();
  for (const skill of found) {
    const before = strongest.get(skill.id);
    if (before === undefined || STRENGTH[skill.need] > STRENGTH[before.need]) strongest.set(skill.id, skill);
  }
  const mentioned = [...strongest.values()];
  const asked = mentioned.filter((skill) => skill.need !== 'mentioned');
  const all = (asked.length >= ASKED_ENOUGH ? asked : mentioned).slice(0, limits.skills);
  const refs = (required: boolean): SkillRef[] =>
    all
      .filter((skill) => (skill.need === 'required') === required)
      .map(({ id, label }) => ({ id, label, known: true }));
  return { required: refs(true), desired: refs(false) };
}
