import type { Role } from '@jobwire/contracts';
import { SignJWT, exportJWK, importJWK, type JWK } from 'jose';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { Instance } from '../instance/instance.js';

export const AUDIENCE = 'jobwire';

export function issuerOf(instance: Instance): string {
  return `urn:jobwire:${instance.id}`;
}

export interface TokenClaims {
  readonly role: Role;
  readonly subject: string;
  readonly name?: string | undefined;
  readonly employer?: string | undefined;
  readonly employerName?: string | undefined;
  /** Such as `12h`, or seconds since 1970. */
  readonly expires?: string | number;
}

/** A bearer token signed with the instance's own key. */
export async function signToken(instance: Instance, claims: TokenClaims): Promise<string> {
  const key = await importJWK(instance.signingKey as JWK, 'ES256');
  return new SignJWT({
    role: claims.role,
    ...(claims.name === undefined ? {} : { name: claims.name }),
    ...(claims.employer === undefined ? {} : { employer: claims.employer }),
    ...(claims.employerName === undefined ? {} : { employer_name: claims.employerName }),
  })
    .setProtectedHeader({ alg: 'ES256', kid: instance.id })
    .setIssuer(issuerOf(instance))
    .setAudience(AUDIENCE)
    .setSubject(claims.subject)
    .setIssuedAt()
    .setExpirationTime(claims.expires ?? '12h')
    .sign(key);
}

/** What `/.well-known/jwks.json` answers: the public half of the instance's key. */
export async function publicKeys(instance: Instance): Promise<{ keys: JWK[] }> {
  const own = createPublicKey(createPrivateKey({ key: instance.signingKey, format: 'jwk' }));
  return { keys: [{ ...(await exportJWK(own)), kid: instance.id, alg: 'ES256', use: 'sig' }] };
}
