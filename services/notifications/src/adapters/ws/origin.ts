import type { IncomingHttpHeaders } from 'node:http';

/** No Origin means no browser; a browser's must be our own or one that the operator named. */
export function isOriginAllowed(headers: IncomingHttpHeaders, allowed: readonly string[]): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  if (allowed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
