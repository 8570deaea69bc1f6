import { Role } from '@jobwire/contracts';
import { DomainError } from '@jobwire/kernel';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { createHash } from 'node:crypto';
import { ownerOf, type Caller } from './caller.js';
import { AUDIENCE, issuerOf, publicKeys } from './tokens.js';
import type { Instance } from '../instance/instance.js';

/** Where tokens come from when not from the instance's own key. */
export interface ExternalIssuer {
  readonly issuer: string;
  readonly jwksUri: string;
  readonly audience: string;
  /** The provider's names for our claims. */
  readonly claims: { readonly role: string; readonly employer: string; readonly employerName: string };
}

const OWN_CLAIMS = { role: 'role', employer: 'employer', employerName: 'employer_name' };
/** Verified tokens remembered: an ES256 check takes 0.15 ms, as long as all else at the door. */
const REMEMBERED = 10_000;

/** The issuer's keys did not come: no answer, not 200, not JSON, no keys. None of it is the token's fault. */
const KEYS_AWAY = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC', 'ERR_JWKS_INVALID']);

/** Checks bearer tokens: signature, issuer, audience, expiry, and the claims this service lives by. */
export class TokenVerifier {
  private readonly seen = new Map<string, Caller>();

  private constructor(
    private readonly keys: JWTVerifyGetKey,
    private readonly expected: { issuer: string; audience: string; claims: ExternalIssuer['claims'] },
    private readonly pseudonymSecret: string,
  ) {}

  /** With an external issuer the instance's own key is not accepted. */
  static async create(instance: Instance, external?: ExternalIssuer): Promise<TokenVerifier> {
    if (external !== undefined) {
      const keys = createRemoteJWKSet(new URL(external.jwksUri));
      return new TokenVerifier(keys, external, instance.pseudonymSecret);
    }
    const own = { issuer: issuerOf(instance), audience: AUDIENCE, claims: OWN_CLAIMS };
    const keys = createLocalJWKSet(await publicKeys(instance));
    return new TokenVerifier(keys, own, instance.pseudonymSecret);
  }

  /** @throws DomainError TOKEN_EXPIRED or TOKEN_INVALID */
  async verify(token: string, now: Date = new Date()): Promise<Caller> {
    const key = createHash('sha256').update(token).digest('base64');
    const known = this.seen.get(key);
    if (known !== undefined) {
      if (known.expiresAt * 1000 > now.getTime()) return known;
      this.seen.delete(key);
    }
    const caller = this.read(await this.check(token, now));
    this.remember(key, caller);
    return caller;
  }

  private async check(token: string, currentDate: Date): Promise<JWTPayload> {
    try {
      const { issuer, audience } = this.expected;
      const options = { issuer, audience, currentDate, requiredClaims: ['sub', 'exp'] };
      return (await jwtVerify(token, this.keys, options)).payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired)
        throw refused('TOKEN_EXPIRED', 'The token has expired: sign in again.');
      if (error instanceof errors.JOSEError && !KEYS_AWAY.has(error.code))
        throw refused('TOKEN_INVALID', `The token is not accepted: ${reasonOf(error)}.`);
      throw new DomainError({
        kind: 'unavailable',
        code: 'ISSUER_UNAVAILABLE',
        message: 'The keys of the token issuer cannot be fetched: try again soon.',
        cause: error,
      });
    }
  }

  private read(payload: JWTPayload): Caller {
    const { claims } = this.expected;
    const role = Role.safeParse(payload[claims.role]);
    if (!role.success || payload.iss === undefined)
      throw refused('TOKEN_INVALID', `The token has no usable ${claims.role} claim.`);
    if (payload.sub === undefined || payload.sub === '')
      throw refused('TOKEN_INVALID', 'The token names no subject.');
    const employer = payload[claims.employer];
    if (role.data === 'employer' && (typeof employer !== 'string' || employer === ''))
      throw refused('TOKEN_INVALID', `The token of an employer needs the ${claims.employer} claim.`);
    const name = payload[claims.employerName];
    return {
      issuer: payload.iss,
      subject: payload.sub,
      role: role.data,
      owner: ownerOf(this.pseudonymSecret, payload.iss, payload.sub),
      expiresAt: payload.exp ?? 0,
      ...(typeof employer === 'string' && role.data === 'employer'
        ? { employer: { id: employer, name: typeof name === 'string' && name !== '' ? name : employer } }
        : {}),
    };
  }

  private remember(key: string, caller: Caller): void {
    if (this.seen.size >= REMEMBERED) {
      const [oldest] = this.seen.keys();
      if (oldest !== undefined) this.seen.delete(oldest);
    }
    this.seen.set(key, caller);
  }
}

function refused(code: string, message: string): DomainError {
  return new DomainError({ kind: 'unauthenticated', code, message });
}

function reasonOf(error: errors.JOSEError): string {
  if (error instanceof errors.JWTClaimValidationFailed) return `its ${error.claim} claim is wrong`;
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'its signature is wrong';
  if (error instanceof errors.JWKSNoMatchingKey) return 'it was signed with another key';
  return 'it is not a signed JSON web token of this issuer';
}
