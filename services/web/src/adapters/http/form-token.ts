import { csrfSync } from 'csrf-sync';
import type { Request } from 'express';
import { visitOf } from './visit.js';

const tokens = csrfSync({
  getTokenFromState: (request) => visitOf(request).session?.csrfToken,
  storeTokenInState: (request, token) => {
    if (typeof token === 'string') visitOf(request).open().csrfToken = token;
  },
  getTokenFromRequest: (request) =>
    (request.body as Record<string, string> | undefined)?.['_csrf'] ?? headerOf(request, 'x-csrf-token'),
});

/** The token of this session's forms; makes the session when there is none. */
export function formToken(request: Request): string {
  return tokens.generateToken(request);
}

export function isRequestFromForm(request: Request): boolean {
  return tokens.isRequestValid(request);
}

function headerOf(request: Request, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}
