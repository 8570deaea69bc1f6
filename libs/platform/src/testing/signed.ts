// Tokens as somebody else would make them, right and wrong.
import { SignJWT, type JWTPayload } from 'jose';
import { createPrivateKey } from 'node:crypto';
import { AUDIENCE, issuerOf } from '../auth/tokens.js';
import type { Instance } from '../instance/instance.js';

export interface Forgery {
  readonly claims?: JWTPayload;
  readonly issuer?: string;
  readonly audience?: string;
  readonly subject?: string;
  /** Seconds since 1970; none when null. */
  readonly expires?: number | null;
  /** Signs with the key of this instance instead. */
  readonly key?: Instance;
}

/** A token of a jobseeker called alice that is right but for what the forgery says. */
export function signed(instance: Instance, forgery: Forgery = {}): Promise<string> {
  const { signingKey } = forgery.key ?? instance;
  const token = new SignJWT({ role: 'jobseeker', ...forgery.claims })
    .setProtectedHeader({ alg: 'ES256', kid: instance.id })
    .setIssuer(forgery.issuer ?? issuerOf(instance))
    .setAudience(forgery.audience ?? AUDIENCE)
    .setSubject(forgery.subject ?? 'alice');
  if (forgery.expires !== null) token.setExpirationTime(forgery.expires ?? '1h');
  return token.sign(createPrivateKey({ key: signingKey, format: 'jwk' }));
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token put together by hand. */
export function assembled(header: object, payload: object, signature = ''): string {
  return `${part(header)}.${part(payload)}.${signature}`;
}
