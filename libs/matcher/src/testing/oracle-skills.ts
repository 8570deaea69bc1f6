// Every held skill against every asked one: slow, and simple enough to trust.
import type { ProfileState, VacancyState } from '@jobwire/contracts';
import type { MatchingTaxonomy } from '../matching-taxonomy.js';
import { LEVEL, RELATION, TYPICAL_IDF } from '../scoring/weights.js';

export interface SkillVerdict {
  readonly sharesSome: boolean;
  readonly hasAllMustHaves: boolean;
  /** Something is required, and all of it is held, itself or as something narrower. */
  readonly hasAllRequired: boolean;
  /** 0 to 1, with the level (how well the person fits) and without (how much of the work uses what they can do). */
  readonly fit: number;
  readonly used: number;
}

export function skillVerdict(
  vacancy: VacancyState,
  profile: ProfileState,
  taxonomy: MatchingTaxonomy,
): SkillVerdict {
  const required = [...new Set([...vacancy.skills.required.map(({ id }) => id), ...vacancy.mustHave])];
  const ids = [...new Set([...required, ...vacancy.skills.desired.map(({ id }) => id)])];
  const bests = ids.map((id) => bestOf(id, profile, taxonomy));
  const idfs = ids.map((id) => taxonomy.idf(id)).map((idf) => (idf > 0 && idf < Infinity ? idf : 0));
  const weights = idfs.map((idf, at) => (at < required.length ? 2 : 1) * idf);
  const share = (worth: (best: Best) => number) => {
    const total = add(weights);
    const typical = taxonomy.typicalIdf ?? TYPICAL_IDF;
    const confidence = Math.min(1, add(idfs) / (3 * typical));
    const enough = total * Math.min(1, (5 * typical) / add(idfs));
    const held = add(weights.map((weight, at) => weight * worth(bests[at])));
    return total === 0 ? 0 : confidence * Math.min(1, held / enough);
  };
  return {
    sharesSome: bests.some((best) => best !== undefined),
    hasAllRequired: required.length > 0 && required.every((id) => holdsItself(id, profile, taxonomy)),
    hasAllMustHaves: vacancy.mustHave.every((id) => holdsItself(id, profile, taxonomy)),
    fit: share((best) => best?.strength ?? 0),
    used: share((best) => best?.relation ?? 0),
  };
}

type Best = { readonly strength: number; readonly relation: number } | undefined;

function bestOf(askedId: string, profile: ProfileState, taxonomy: MatchingTaxonomy): Best {
  const candidates = profile.skills.flatMap(({ id, level }) =>
    relationsTo(askedId, id, taxonomy).map((relation) => ({
      relation,
      strength: LEVEL[(level ?? 'notStated') as keyof typeof LEVEL] * relation,
    })),
  );
  return candidates.toSorted((a, b) => b.strength - a.strength || b.relation - a.relation)[0];
}

/** What holding `heldId` is worth where `askedId` is asked for. */
function relationsTo(askedId: string, heldId: string, taxonomy: MatchingTaxonomy): number[] {
  if (askedId === heldId) return [RELATION.same];
  const worth = { broader: RELATION.narrower, narrower: RELATION.broader, related: RELATION.related };
  return taxonomy.relations(heldId).flatMap(({ id, relation }) => (id === askedId ? [worth[relation]] : []));
}

function holdsItself(askedId: string, profile: ProfileState, taxonomy: MatchingTaxonomy): boolean {
  return profile.skills.some(
    ({ id }) =>
      id === askedId ||
      taxonomy.relations(id).some((near) => near.id === askedId && near.relation === 'broader'),
  );
}

function add(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
