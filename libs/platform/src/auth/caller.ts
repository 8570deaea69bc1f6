import { createHmac } from 'node:crypto';
import type { Role } from '@jobwire/contracts';

/** Who is calling, as the token says. */
export interface Caller {
  readonly issuer: string;
  readonly subject: string;
  readonly role: Role;
  /** What stands for the person in stores and on topics: an HMAC of issuer and subject, never the subject itself. */
  readonly owner: string;
  /** Set for employers. */
  readonly employer?: { readonly id: string; readonly name: string };
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

export function ownerOf(pseudonymSecret: string, issuer: string, subject: string): string {
  return createHmac('sha256', pseudonymSecret).update(`owner\0${issuer}\0${subject}`).digest('base64url');
}
