import { calls, type Profile, type Problem } from '@jobwire/contracts';
import type { Reply } from './answers.js';
import type { JobwireSite } from './jobwire-site.js';
import { alertView, type AlertView } from '../domain/alert-view.js';

export interface InboxView {
  readonly epoch: string;
  /** The newest position shown; what comes after it comes over the websocket. */
  readonly position: number;
  readonly unread: number;
  readonly items: readonly AlertView[];
  readonly next?: string | undefined;
  readonly paged: boolean;
}

export interface JobseekerSide {
  readonly inbox?: InboxView;
  readonly profile?: Profile;
  /** The inbox or the profile could not be read. */
  readonly problem?: Problem;
}

const ITEMS = 20;

/** The inbox, newest first; `after` asks for an older page. */
export async function readInbox(site: JobwireSite, token: string, after?: string): Promise<Reply<InboxView>> {
  const query = { limit: ITEMS, ...(after === undefined ? {} : { after }) };
  const reply = await site.ask(calls.listAlerts, { token, query });
  if (!reply.ok) return reply;
  const { epoch, unread, items, next } = reply.body;
  const position = Math.max(0, ...items.map((item) => item.position));
  const inbox = { epoch, unread, position, items: items.map(alertView), next, paged: after !== undefined };
  return { ok: true, body: inbox };
}

export async function readJobseekerSide(
  site: JobwireSite,
  token: string,
  after?: string,
): Promise<JobseekerSide> {
  const [inbox, profile] = await Promise.all([
    readInbox(site, token, after),
    site.ask(calls.getProfile, { token }),
  ]);
  const failed = profile.ok || profile.problem.status === 404 ? undefined : profile.problem;
  return {
    ...(inbox.ok ? { inbox: inbox.body } : { problem: inbox.problem }),
    ...(profile.ok ? { profile: profile.body } : {}),
    ...(failed === undefined ? {} : { problem: failed }),
  };
}
