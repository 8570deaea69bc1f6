import { z } from 'zod';
import { Contract, Hours } from '../vocabulary.js';
import { defineEvent } from './define-event.js';
import { topics } from './topics.js';

/** How well somebody has a skill: 1 beginner, 2 practised, 3 experienced, 4 expert. Absent: not stated. */
export const SkillLevel = z.int().min(1).max(4);

/**
 * The whole matchable state of a profile and nothing else: no name, no contact details, no protected attribute.
 * `owner` is an HMAC of issuer and subject with the instance's secret.
 */
export const ProfileState = z.object({
  id: z.string(),
  revision: z.int().positive(),
  owner: z.string(),
  skills: z.array(z.object({ id: z.string(), level: SkillLevel.optional() })),
  /** Occupation ids. */
  occupations: z.array(z.string()),
  /** Without a place a profile gets remote and nationwide vacancies only. */
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  radiusMiles: z.number().min(1).max(200),
  remote: z.boolean(),
  /** Pounds a year. */
  minimumSalary: z.number().nonnegative().optional(),
  /** Empty: any. */
  contracts: z.array(Contract),
  /** Empty: any. */
  hours: z.array(Hours),
  visible: z.boolean(),
  /** Ids of employers who must not see the person. */
  hideFrom: z.array(z.string()),
  alertThreshold: z.int().min(0).max(100),
});
export type ProfileState = z.infer<typeof ProfileState>;

export const profileState = defineEvent({
  name: 'profile.state',
  topic: topics.profiles,
  version: 1,
  key: (profile) => profile.id,
  data: ProfileState,
  summary: 'The whole matchable state of a profile; a tombstone erases the person everywhere.',
});
