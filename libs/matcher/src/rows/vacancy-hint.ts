// As profile-hint.ts, for vacancies in the postings that a profile is held against.
import { CELL_BITS, cellEast, cellNorth } from './cells.js';
import type { OpenVacancy } from './open-vacancy.js';
import { payBucket } from './pay-buckets.js';
import { regionOf } from './regions.js';
import { EVERYWHERE, NOWHERE, territory } from './territory.js';
import { ANY_CONTRACT, ANY_HOURS } from './wishes.js';

export const PAY_SHIFT = 2 * CELL_BITS;
export const CONTRACT_SHIFT = 21;
export const CONTRACT_NOT_STATED = 1 << 25;
export const HOURS_SHIFT = 26;
export const HOURS_NOT_STATED = 1 << 28;
export const IS_REMOTE = 1 << 29;
export const IS_NATIONWIDE = 1 << 30;
export const HAS_PLACE = 1 << 31;

/** As the highest pay, so that it passes. */
export const UNKNOWN_PAY = 7;
export const PAY_BUCKETS = 8;

export function vacancyHint(vacancy: OpenVacancy): number {
  return (
    (vacancy.hasPlace
      ? cellEast(vacancy.longitude) | (cellNorth(vacancy.latitude) << CELL_BITS) | HAS_PLACE
      : 0) |
    ((vacancy.payTop === undefined ? UNKNOWN_PAY : payBucket(vacancy.payTop)) << PAY_SHIFT) |
    (vacancy.contract === 0 ? CONTRACT_NOT_STATED : vacancy.contract << CONTRACT_SHIFT) |
    (vacancy.hours === 0 ? HOURS_NOT_STATED : vacancy.hours << HOURS_SHIFT) |
    (vacancy.fullyRemote ? IS_REMOTE : 0) |
    (vacancy.nationwide ? IS_NATIONWIDE : 0)
  );
}

/** What a person lets through: their wishes, and all that is not stated. */
export function contractsMask(wanted: number): number {
  return CONTRACT_NOT_STATED | ((wanted & ANY_CONTRACT) << CONTRACT_SHIFT);
}

export function hoursMask(wanted: number): number {
  return HOURS_NOT_STATED | ((wanted & ANY_HOURS) << HOURS_SHIFT);
}

const CELLS = (1 << CELL_BITS) - 1;

/** Where the vacancy's postings stand: what can be done or had from anywhere, everywhere. */
export function territoryOfVacancy(hint: number): number {
  if ((hint & (IS_REMOTE | IS_NATIONWIDE)) !== 0) return EVERYWHERE;
  if ((hint & HAS_PLACE) === 0) return NOWHERE;
  return territory(regionOf(hint & CELLS, (hint >>> CELL_BITS) & CELLS), 0);
}
