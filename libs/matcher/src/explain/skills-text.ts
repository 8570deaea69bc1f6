import type { Reason } from '@jobwire/contracts';
import { listed } from './listed.js';
import type { ExplainOptions } from './voice.js';

type SkillsReason = Extract<Reason, { part: 'skills' }>;

/** "You have 2 of 3 skills asked for: nursing (through wound care), first aid; missing: driving." */
export function skillsText({ matched, missing }: SkillsReason, { voice, labelOf }: ExplainOptions): string {
  const asked = matched.length + missing.length;
  if (asked === 0) return 'Skills not stated.';
  const count = `${matched.length === 0 ? 'none' : matched.length} of ${asked} skill${asked === 1 ? '' : 's'} asked for`;
  const named = matched.map(
    ({ id, via }) => labelOf(id) + (via === undefined ? '' : ` (through ${labelOf(via)})`),
  );
  const has = `${voice === 'jobseeker' ? 'You have' : 'Has'} ${count}${listing(': ', named)}`;
  return `${has}${listing(
    '; missing: ',
    missing.map(({ id }) => labelOf(id)),
  )}.`;
}

function listing(before: string, labels: readonly string[]): string {
  return labels.length === 0 ? '' : before + listed(labels);
}
