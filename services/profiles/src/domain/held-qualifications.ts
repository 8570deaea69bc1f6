import type { HeldQualification, ProfileInput } from '@jobwire/contracts';
import { findQualifications } from '@jobwire/taxonomy';

type Stated = ProfileInput['qualifications'][number];

/** Each once, in the person's own words, with what these name. */
export function heldQualifications(stated: readonly Stated[]): HeldQualification[] {
  const byWords = new Map(stated.map((one) => [one.qualification.trim(), one.inProgress]));
  return [...byWords].map(([qualification, inProgress]) => ({
    qualification,
    read: findQualifications(qualification).map(({ id, label, kind, level, subjects, ...found }) => ({
      id,
      label,
      kind,
      level,
      subjects,
      inProgress: inProgress ?? found.inProgress,
    })),
  }));
}
