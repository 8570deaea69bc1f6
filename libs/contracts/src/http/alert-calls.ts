import { z } from 'zod';
import { defineCall } from './call.js';
import { ById, NoBody, pageOf, pageQuery } from './shapes.js';

export const alertStates = ['found', 'changed', 'withdrawn'] as const;
export const AlertState = z.enum(alertStates);
export type AlertState = z.infer<typeof AlertState>;

/** One part of a score in words. The points of a list add up to its score. */
export const ReasonInWords = z.object({
  part: z.string(),
  points: z.int(),
  of: z.int(),
  text: z.string(),
});
export type ReasonInWords = z.infer<typeof ReasonInWords>;

/** One vacancy in somebody's inbox, in its latest state. */
export const Alert = z
  .object({
    /** Grows with each change; several items may share one. */
    position: z.int().nonnegative(),
    id: z.string(),
    vacancyId: z.string(),
    state: AlertState,
    score: z.int(),
    reasons: z.array(ReasonInWords),
    vacancy: z.object({ title: z.string(), employerName: z.string(), location: z.string() }),
    seen: z.boolean(),
    at: z.string(),
  })
  .meta({ id: 'Alert' });
export type Alert = z.infer<typeof Alert>;

/** Somebody who fits a vacancy, under a pseudonym that differs from employer to employer. */
export const Candidate = z
  .object({
    pseudonym: z.string(),
    /** How well the person fits the vacancy. */
    score: z.int(),
    reasons: z.array(ReasonInWords),
    /** How well the vacancy fits the person's wishes. */
    personScore: z.int(),
    personReasons: z.array(ReasonInWords),
    at: z.string(),
  })
  .meta({ id: 'Candidate' });
export type Candidate = z.infer<typeof Candidate>;

const missing = { ALERT_NOT_FOUND: 'No such alert of yours.' };
const done = { 204: { description: 'Done.', body: null } };

export const alertCalls = {
  listAlerts: defineCall({
    name: 'listAlerts',
    service: 'notifications',
    method: 'GET',
    path: '/api/v1/alerts',
    who: ['jobseeker'],
    summary:
      'Your inbox. Without `after` newest first; `after=<position>` oldest first, that position included; `after=<next>` goes on.',
    query: z.strictObject({ ...pageQuery, state: AlertState.optional() }),
    answers: {
      200: {
        description: 'A page.',
        body: pageOf(Alert).extend({ epoch: z.string(), unread: z.int() }),
      },
    },
    refusals: { BAD_CURSOR: '`after` is neither a position nor the `next` of a page.' },
  }),
  getAlert: defineCall({
    name: 'getAlert',
    service: 'notifications',
    method: 'GET',
    path: '/api/v1/alerts/{id}',
    who: ['jobseeker'],
    summary: 'Read one alert.',
    params: ById,
    answers: { 200: { description: 'The alert.', body: Alert } },
    refusals: missing,
  }),
  seeAlert: defineCall({
    name: 'seeAlert',
    service: 'notifications',
    method: 'POST',
    path: '/api/v1/alerts/{id}/seen',
    who: ['jobseeker'],
    summary: 'Mark an alert as seen.',
    params: ById,
    body: NoBody,
    answers: done,
    refusals: missing,
  }),
  dismissAlert: defineCall({
    name: 'dismissAlert',
    service: 'notifications',
    method: 'POST',
    path: '/api/v1/alerts/{id}/dismiss',
    who: ['jobseeker'],
    summary: 'Not for me: the alert leaves the inbox and does not come back.',
    params: ById,
    body: NoBody,
    answers: done,
    refusals: missing,
  }),
  seeAllAlerts: defineCall({
    name: 'seeAllAlerts',
    service: 'notifications',
    method: 'POST',
    path: '/api/v1/alerts/seen',
    who: ['jobseeker'],
    summary: 'Mark all alerts as seen.',
    body: NoBody,
    answers: done,
  }),
  listCandidates: defineCall({
    name: 'listCandidates',
    service: 'notifications',
    method: 'GET',
    path: '/api/v1/vacancies/{id}/candidates',
    who: ['employer'],
    summary: 'People who fit a vacancy of yours, best first, under pseudonyms.',
    params: ById,
    query: z.strictObject(pageQuery),
    answers: { 200: { description: 'A page.', body: pageOf(Candidate) } },
    refusals: {
      VACANCY_NOT_FOUND: 'No such vacancy of yours.',
      BAD_CURSOR: '`after` is not the `next` of a page.',
    },
  }),
  issueTicket: defineCall({
    name: 'issueTicket',
    service: 'notifications',
    method: 'POST',
    path: '/api/v1/live/tickets',
    who: ['jobseeker', 'employer'],
    summary: 'A ticket that opens the websocket at /live once, within 30 seconds.',
    body: NoBody,
    answers: {
      201: { description: 'Issued.', body: z.object({ ticket: z.string(), expiresAt: z.string() }) },
    },
  }),
} as const;
