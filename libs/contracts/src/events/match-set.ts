import { z } from 'zod';
import { defineEvent } from './define-event.js';
import { topics } from './topics.js';

const points = { points: z.int().nonnegative(), of: z.int().nonnegative() };

/**
 * Packed reasons: ids and numbers. Words are made where somebody reads them (`@jobwire/matcher`, explain).
 * In every list of reasons the points add up to the score.
 */
export const Reason = z.discriminatedUnion('part', [
  z.object({
    part: z.literal('skills'),
    ...points,
    /** Skills of the vacancy that the person has, or has something near to. `via` names the near one. */
    matched: z.array(
      z.object({
        id: z.string(),
        required: z.boolean(),
        relation: z.enum(['same', 'narrower', 'broader', 'related']),
        via: z.string().optional(),
      }),
    ),
    missing: z.array(z.object({ id: z.string(), required: z.boolean() })),
  }),
  z.object({
    part: z.literal('occupation'),
    ...points,
    closeness: z.enum(['same', 'unit-group', 'minor-group', 'none', 'not-stated']),
    id: z.string().optional(),
  }),
  z.object({
    part: z.literal('distance'),
    ...points,
    reach: z.enum(['near', 'remote', 'nationwide']),
    miles: z.number().optional(),
  }),
  z.object({
    part: z.literal('salary'),
    ...points,
    reading: z.enum(['meets', 'below', 'no-wish', 'not-stated']),
    yearly: z.int().optional(),
  }),
  z.object({ part: z.literal('contract'), ...points, reading: z.enum(['meets', 'no-wish', 'not-stated']) }),
  z.object({ part: z.literal('hours'), ...points, reading: z.enum(['meets', 'no-wish', 'not-stated']) }),
]);
export type Reason = z.infer<typeof Reason>;

export const Match = z.object({
  profileId: z.string(),
  profileRevision: z.int(),
  vacancyId: z.string(),
  vacancyRevision: z.int(),
  /** 0 to 100: how well the person fits the vacancy. */
  score: z.int().min(0).max(100),
  reasons: z.array(Reason),
  /** 0 to 100: how well the vacancy fits the person's wishes. */
  personScore: z.int().min(0).max(100),
  personReasons: z.array(Reason),
  /** The score reaches the person's own threshold: it belongs in the inbox. */
  alert: z.boolean(),
  /** The person shows themselves to this employer: it belongs in the list of candidates. */
  visible: z.boolean(),
});
export type Match = z.infer<typeof Match>;

export const MatchSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('vacancy'), id: z.string(), revision: z.int() }),
  /** `erased`: the profile ended with a tombstone; whoever keeps matches forgets the person. */
  z.object({ kind: z.literal('profile'), id: z.string(), revision: z.int(), erased: z.boolean() }),
  /** The whole partition was published anew: whatever has a lower epoch is withdrawn. */
  z.object({ kind: z.literal('all') }),
]);
export type MatchSubject = z.infer<typeof MatchSubject>;

/** The whole truth about one subject in one partition, in one record or several; `last` on the last of them. */
export const MatchSet = z.object({
  subject: MatchSubject,
  /** Grows with each taking over of the partition; records of a lower epoch than one seen before are dropped. */
  epoch: z.int().nonnegative(),
  scorer: z.string(),
  matches: z.array(Match),
  last: z.boolean(),
});
export type MatchSet = z.infer<typeof MatchSet>;

/** The key of a set: its subject. Sets of a vacancy go to every partition of profiles, so the partition is always given. */
export function keyOfSubject(subject: MatchSubject): string {
  return subject.kind === 'all' ? 'all' : subject.id;
}

export const matchSet = defineEvent({
  name: 'match.set',
  topic: topics.matches,
  version: 1,
  key: (set) => keyOfSubject(set.subject),
  data: MatchSet,
  summary: 'Everything that one vacancy or one profile matches in one partition, as it is now.',
});
