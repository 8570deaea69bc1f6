import { z } from 'zod';
import { Alert, AlertState, Candidate } from '../http/alert-calls.js';
import { defineEvent } from './define-event.js';
import { topics } from './topics.js';

/** A hint for an employer's list of candidates; after a reconnect the list is read again. */
export const CandidateHint = z.object({
  employerId: z.string(),
  vacancyId: z.string(),
  state: AlertState,
  candidate: Candidate,
});
export type CandidateHint = z.infer<typeof CandidateHint>;

/** What one record of `matches.v1` changed for one person, sent after it is stored. */
export const AlertChanged = z.object({
  profileId: z.string(),
  owner: z.string(),
  /** The offset in `matches.v1` of the record that changed them. */
  position: z.int().nonnegative(),
  alerts: z.array(Alert),
  candidates: z.array(CandidateHint),
});
export type AlertChanged = z.infer<typeof AlertChanged>;

export const alertChanged = defineEvent({
  name: 'alert.changed',
  topic: topics.alerts,
  version: 1,
  key: (change) => change.profileId,
  data: AlertChanged,
  summary:
    'What changed in one inbox and in the lists the person stands in; every replica hands it to its sockets.',
});
