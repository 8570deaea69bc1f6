/** What to do once a socket has closed. */
export type AfterClose =
  | { readonly comeBack: true; readonly pauseMs: number }
  | { readonly comeBack: false; readonly why: 'signed-out' | 'refused' };

const FIRST_MS = 1000;
const LONGEST_MS = 30_000;
const TOO_LARGE = 1009;

/**
 * 3000 to 3499 and a lost network: come back after a pause that doubles with each attempt, between half of it and the
 * whole, so that many pages do not come back together. 3500 and above: do not.
 * @param random from 0 up to 1
 */
export function afterClose(code: number, attempt: number, random: number): AfterClose {
  if (code >= 3500 || code === TOO_LARGE) return { comeBack: false, why: 'refused' };
  return { comeBack: true, pauseMs: pauseOf(attempt, random) };
}

export function pauseOf(attempt: number, random: number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return Math.round(longest * (0.5 + random / 2));
}

/** A ticket that was refused: 401 and 403 mean that nobody is signed in any more. */
export function afterTicketRefusal(status: number, attempt: number, random: number): AfterClose {
  if (status === 401 || status === 403) return { comeBack: false, why: 'signed-out' };
  return { comeBack: true, pauseMs: pauseOf(attempt, random) };
}
