import type { HeldQualification, Profile, QualificationMention } from '@jobwire/contracts';

type Award = HeldQualification['read'][number];

/**
 * A person's own words for what they have of a qualification that a text asks for: the same, or one of its kind, unless
 * it is known to be lower. It only reminds them; whether it will do is for people to say.
 */
export function heldBeside(asked: QualificationMention, profile: Profile | undefined): string[] {
  const stated = (profile?.qualifications ?? []).flatMap(({ qualification, read }) => {
    const near = read.find((award) => isNear(award, asked));
    return near === undefined ? [] : [near.inProgress ? `${qualification} (not finished)` : qualification];
  });
  const skill = profile?.skills.find(({ id }) => id === asked.id);
  return stated.length > 0 || skill === undefined ? stated : [skill.label];
}

/** ACCA is no CIMA, but an A level says as much as a GCSE, and a master's degree as a degree. */
function isNear(held: Award, asked: QualificationMention): boolean {
  if (held.level !== null && asked.level !== null && held.level < asked.level) return false;
  if (held.id === asked.id) return true;
  const isOfKind = held.kind === asked.kind && asked.kind !== 'professional';
  return isOfKind && held.level !== null && asked.level !== null;
}
