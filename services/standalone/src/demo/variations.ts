import { oneOf } from './seeded-random.js';
import type { SampleProfile, SampleVacancy } from './sample-set.js';

const RAISES = [0.96, 1, 1.03, 1.06];

/** A merge patch: another pay, or one of the helpful skills asked for or left out. Always made from the sample, so that nothing drifts. */
export function changedVacancy({ vacancy }: SampleVacancy, random: () => number): Record<string, unknown> {
  if (random() < 0.35) return { salary: changedPay(vacancy.salary, random) };
  const moved = oneOf(vacancy.skills.desired, random);
  const desired = vacancy.skills.desired.filter((skill) => skill !== moved);
  const required =
    moved === undefined || random() < 0.4 ? vacancy.skills.required : [...vacancy.skills.required, moved];
  return { skills: { required, desired } };
}

/** The whole of the profile without one of its skills, or as it was. */
export function changedProfile({ profile }: SampleProfile, random: () => number): SampleProfile['profile'] {
  const without = random() < 0.6 ? oneOf(profile.skills.slice(1), random) : undefined;
  return { ...profile, skills: profile.skills.filter((skill) => skill !== without) };
}

function changedPay(
  { min, max }: SampleVacancy['vacancy']['salary'],
  random: () => number,
): { min: number; max: number } {
  const factor = oneOf(RAISES, random) ?? 1;
  const step = min > 1000 ? 250 : 0.05;
  const rounded = (amount: number): number =>
    Number((Math.round((amount * factor) / step) * step).toFixed(2));
  return { min: rounded(min), max: rounded(max) };
}
