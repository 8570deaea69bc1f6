// What nearness could be worth, told from cells.
import { MOST_SLACK_KM, UNIT } from '../rows/cells.js';
import { REACH, distancePoints } from '../scoring/points.js';
import { fine } from './tally.js';

/** A step of 8 square kilometres. */
const STEP_BITS = 13;
const WIDEST_KM = 97;
const LAST = Math.floor((WIDEST_KM ** 2 * UNIT) / 2 ** STEP_BITS);

/** Points, in fine steps, by weighted sum of squared cells, in steps; the last is for everything beyond. */
const BOUNDS = Int32Array.from({ length: LAST + 1 }, (_, step) => {
  const km = Math.sqrt((step * 2 ** STEP_BITS) / UNIT) - MOST_SLACK_KM;
  return fine(distancePoints(REACH.near, Math.max(0, km)));
});

export function distanceBound(squaredCells: number): number {
  return BOUNDS[Math.min(LAST, squaredCells >>> STEP_BITS)];
}
