import { DomainError } from '@jobwire/kernel';
import type { Caller } from '../auth/caller.js';

export function missingToken(): DomainError {
  return new DomainError({
    kind: 'unauthenticated',
    code: 'TOKEN_MISSING',
    message: 'This call needs a token: send the header Authorization: Bearer <token>.',
  });
}

export function wrongRole(roles: readonly string[], caller: Caller): DomainError {
  return new DomainError({
    kind: 'forbidden',
    code: 'WRONG_ROLE',
    message: `This call is for the role ${roles.join(' or ')}; the token's role is ${caller.role}.`,
  });
}
