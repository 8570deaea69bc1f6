import { z } from 'zod';
import { Alert, AlertState, Candidate } from '../http/alert-calls.js';

export const LIVE_PATH = '/live';
/** Bytes of one frame, either way. */
export const FRAME_LIMIT = 65_536;

/** W3C trace context of the change that led to the frame, where traces are on. */
const traceparent = z.string().optional();

const Candidacy = Candidate.pick({ pseudonym: true, score: true, reasons: true });

export const ClientMessage = z.discriminatedUnion('type', [
  /** First, within 10 s. With epoch and position, everything from that position on follows, itself included. */
  z.strictObject({
    type: z.literal('hello'),
    ticket: z.string().min(1).max(200),
    epoch: z.string().max(200).optional(),
    position: z.int().nonnegative().optional(),
  }),
  /** Answers the server's renew with a fresh ticket. */
  z.strictObject({ type: z.literal('renew'), ticket: z.string().min(1).max(200) }),
]);
export type ClientMessage = z.infer<typeof ClientMessage>;

export const ServerMessage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ready'),
    /** False: too much was missed or the log is another one; read /alerts anew. */
    recovered: z.boolean(),
    epoch: z.string(),
    /** The newest position of the inbox. */
    position: z.int().nonnegative(),
  }),
  z.object({ type: z.literal('alert'), position: z.int().nonnegative(), alert: Alert, traceparent }),
  z.object({
    type: z.literal('candidate'),
    vacancyId: z.string(),
    state: AlertState,
    candidate: Candidacy,
    traceparent,
  }),
  /** The sign-in ends: answer with a fresh ticket before then. */
  z.object({ type: z.literal('renew'), before: z.string() }),
]);
export type ServerMessage = z.infer<typeof ServerMessage>;

/** Close codes: 3000 to 3499 come back with the last position, 3500 to 3999 do not. */
export const closeCodes = {
  restart: { code: 3000, reason: 'going away, come back' },
  tooSlow: { code: 3001, reason: 'too slow, come back' },
  silent: { code: 3002, reason: 'no answer to a ping, come back' },
  signInEnded: { code: 3003, reason: 'sign-in ended, come back with a fresh ticket' },
  tooMany: { code: 3004, reason: 'too many connections, come back later' },
  replaced: { code: 3005, reason: 'too much was missed, come back' },
  badHello: { code: 3500, reason: 'bad or late hello' },
  badTicket: { code: 3501, reason: 'ticket unknown or used' },
  badMessage: { code: 3502, reason: 'message not understood' },
  tooLarge: { code: 1009, reason: 'message too large' },
} as const;
export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];
