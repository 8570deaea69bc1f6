import { signToken, type Instance, type TokenClaims } from '@jobwire/platform';
import type { DevelopmentPerson, Side } from '../domain/development-people.js';

const LIFETIME_SECONDS = 12 * 3600;
/** Signed anew after an hour, so that a ticket never carries a sign-in about to end. */
const FRESH_MS = 3_600_000;

/** Bearer tokens of the named people, kept on this side of the wire. */
export class TokensOfPeople {
  private readonly signed = new Map<string, { token: string; at: number }>();

  constructor(
    private readonly instance: Instance,
    private readonly now: () => number,
  ) {}

  async of(side: Side, person: DevelopmentPerson): Promise<string> {
    const key = `${side}/${person.id}`;
    const known = this.signed.get(key);
    if (known !== undefined && this.now() - known.at < FRESH_MS) return known.token;
    const token = await signToken(this.instance, this.claimsOf(side, person));
    this.signed.set(key, { token, at: this.now() });
    return token;
  }

  private claimsOf(side: Side, { id, name }: DevelopmentPerson): TokenClaims {
    const expires = Math.floor(this.now() / 1000) + LIFETIME_SECONDS;
    if (side === 'jobseeker') return { role: side, subject: id, name, expires };
    return { role: side, subject: `people-of-${id}`, employer: id, employerName: name, expires };
  }
}
