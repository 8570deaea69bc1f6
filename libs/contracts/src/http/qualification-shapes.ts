import { z } from 'zod';

export const qualificationKinds = ['degree', 'school', 'vocational', 'professional'] as const;

/** A qualification that a text names. */
export const Qualification = z.object({
  /** Stable; of those that are skills as well (ACCA, PRINCE2, …) the skill's. */
  id: z.string(),
  label: z.string(),
  kind: z.enum(qualificationKinds),
  /** Of the Regulated Qualifications Framework; null where it is none or depends on the award. */
  level: z.int().min(1).max(8).nullable(),
  /** What it is in, as written; of degrees any of them. */
  subjects: z.array(z.string()),
  quote: z.string(),
  start: z.int(),
  end: z.int(),
  /** Who works towards it may apply; in a CV: the person works towards it. */
  inProgress: z.boolean(),
  /** 0 to 1. */
  confidence: z.number(),
});

/** With what an advert asks of it. */
export const QualificationMention = Qualification.extend({
  need: z.enum(['required', 'desired', 'mentioned']),
  /** An equivalent, experience, or the qualification named beside it does as well. */
  orEquivalent: z.boolean(),
});
export type QualificationMention = z.infer<typeof QualificationMention>;

/** What a qualification is, without where it was named. */
const Award = Qualification.pick({
  id: true,
  label: true,
  kind: true,
  level: true,
  subjects: true,
  inProgress: true,
});

/** In a person's own words, such as "BSc Psychology", with the qualifications that these name: none where nobody knows it. */
export const HeldQualification = z.object({ qualification: z.string(), read: z.array(Award) });
export type HeldQualification = z.infer<typeof HeldQualification>;
