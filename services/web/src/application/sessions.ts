import type { DevelopmentPerson, Side } from '../domain/development-people.js';
import { randomBytes } from 'node:crypto';

/** What the site keeps of a browser. Nothing of it but the id ever leaves the process. */
export interface Session {
  readonly people: { [S in Side]?: DevelopmentPerson };
  csrfToken?: string;
  /** Said once, on the next page. */
  notice?: string;
  updates: boolean;
}

interface Kept {
  readonly session: Session;
  usedAt: number;
}

const IDLE_MS = 12 * 3_600_000;
const MOST = 2000;

/** Sessions in memory: the longest unused one goes when there are too many. */
export class Sessions {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly now: () => number,
    private readonly most = MOST,
  ) {}

  find(id: string | undefined): Session | undefined {
    const kept = id === undefined ? undefined : this.kept.get(id);
    if (id === undefined || kept === undefined) return undefined;
    this.kept.delete(id);
    if (this.now() - kept.usedAt > IDLE_MS) return undefined;
    this.kept.set(id, { ...kept, usedAt: this.now() });
    return kept.session;
  }

  /** The id of a new place for `session`. */
  begin(session: Session): string {
    const id = randomBytes(32).toString('base64url');
    this.kept.set(id, { session, usedAt: this.now() });
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.most && oldest !== undefined) this.kept.delete(oldest);
    return id;
  }

  end(id: string): void {
    this.kept.delete(id);
  }
}

export function newSession(): Session {
  return { people: {}, updates: true };
}
