import type { Request, Response } from 'express';
import type { DevelopmentPerson, Side } from '../../domain/development-people.js';
import { newSession, type Session, type Sessions } from '../../application/sessions.js';

const COOKIE = 'jobwire_session';

/** One request's view of its session; a cookie is set only once there is something to keep. */
export class Visit {
  private id: string | undefined;
  private current: Session | undefined;

  constructor(
    private readonly sessions: Sessions,
    private readonly request: Request,
    private readonly response: Response,
    /** This browser may sign in as one of the named people. */
    readonly development: boolean,
  ) {
    this.id = cookieOf(request);
    this.current = development ? sessions.find(this.id) : undefined;
  }

  get session(): Session | undefined {
    return this.current;
  }

  /** The session, begun if there is none. */
  open(): Session {
    return this.current ?? this.begin(newSession());
  }

  /** At sign-in the id and the form token change, so that ones planted before are worth nothing. */
  signIn(side: Side, person: DevelopmentPerson): void {
    const { csrfToken: _, ...session } = this.open();
    if (this.id !== undefined) this.sessions.end(this.id);
    this.begin({ ...session, people: { ...session.people, [side]: person } });
  }

  signOut(side: Side): void {
    const session = this.current;
    if (session !== undefined) delete session.people[side];
  }

  person(side: Side): DevelopmentPerson | undefined {
    return this.current?.people[side];
  }

  /** Says something on the next page. */
  notify(text: string): void {
    this.open().notice = text;
  }

  takeNotice(): string | undefined {
    const notice = this.current?.notice;
    if (this.current !== undefined) delete this.current.notice;
    return notice;
  }

  private begin(session: Session): Session {
    this.id = this.sessions.begin(session);
    this.current = session;
    this.response.cookie(COOKIE, this.id, {
      httpOnly: true,
      sameSite: 'lax',
      secure: isSecure(this.request),
      path: '/',
    });
    return session;
  }
}

function cookieOf(request: Request): string | undefined {
  const cookies = (request.headers.cookie ?? '').split(';').map((part) => part.trim());
  return cookies.find((part) => part.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
}

/** A proxy's word is enough here: a browser that lied would only lose its own cookie. */
export function isSecure(request: Request): boolean {
  return request.secure || request.headers['x-forwarded-proto'] === 'https';
}

export interface VisitRequest extends Request {
  visit?: Visit;
}

/** @throws Error when the middleware did not run, which is a mistake of ours */
export function visitOf(request: Request): Visit {
  const { visit } = request as VisitRequest;
  if (visit === undefined) throw new Error('the request has no visit: VisitMiddleware did not run');
  return visit;
}
