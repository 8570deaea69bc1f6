import { heldKinds } from '../held-kinds.js';
import type { FoundSkill, Taxonomy } from '../taxonomy.types.js';
import { findQualifications } from './find-qualifications.js';

/**
 * "A degree in civil engineering" asks for the degree: the skill in its words is no more than mentioned. What is a
 * qualification or registration itself keeps its need.
 */
export function softenSubjects(
  text: string,
  found: readonly FoundSkill[],
  skill: Taxonomy['skill'],
): FoundSkill[] {
  if (found.length === 0) return [];
  const named = findQualifications(text);
  const isHeld = (id: string) => heldKinds.has(skill(id)?.kind ?? 'skill');
  const isWithin = ({ start, end }: FoundSkill) => named.some((one) => one.start < end && start < one.end);
  return found.map((one) =>
    one.need !== 'mentioned' && !isHeld(one.id) && isWithin(one) ? { ...one, need: 'mentioned' } : one,
  );
}
