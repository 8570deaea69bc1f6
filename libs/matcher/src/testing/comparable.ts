// Engine and oracle in the same words, so that a test can compare them with one `toEqual`.
import type { Reason } from '@jobwire/contracts';
import type { PairMatch } from '../match-engine.js';
import type { OracleMatch } from './oracle.js';

export function comparable(match: PairMatch): OracleMatch {
  const { reasons, personReasons, ...facts } = match.toMatch();
  return { ...facts, points: pointsOf(reasons), personPoints: pointsOf(personReasons) };
}

/** Parts worth nothing are remarks ("contract not stated"), not points. */
function pointsOf(reasons: readonly Reason[]): Record<string, number> {
  return Object.fromEntries(reasons.flatMap(({ part, points, of }) => (of === 0 ? [] : [[part, points]])));
}
