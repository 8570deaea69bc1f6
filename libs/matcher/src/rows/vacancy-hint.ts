// As profile-hint.ts, for vacancies in the postings that a profile is held against.
import { cellBits, eastOf, northOf } from './cells.js';
import type { Field } from './field.js';
import type { OpenVacancy } from './open-vacancy.js';
import { MOST_BUCKET, payBucket } from './pay-buckets.js';
import { regionOf } from './regions.js';
import { EVERYWHERE, NOWHERE, territory } from './territory.js';
import { ANY_CONTRACT, ANY_HOURS } from './wishes.js';

export const PAY: Field = { shift: 9, bits: 3 };
export const IS_REMOTE = 1 << 12;
/** Kinds of contract, or that none is stated. */
export const CONTRACT: Field = { shift: 13, bits: 5 };
const CONTRACT_NOT_STATED = 1 << 4;
export const IS_NATIONWIDE = 1 << 18;
/** As contracts. */
export const HOURS: Field = { shift: 19, bits: 3 };
const HOURS_NOT_STATED = 1 << 2;
/** The bits above the fields of filters. */
export const GUARDS = (1 << 12) | (1 << 18) | (1 << 22);
export const HAS_PLACE = 1 << 22;

/** As the highest pay, so that it passes. */
export const UNKNOWN_PAY = MOST_BUCKET;
export const PAY_BUCKETS = MOST_BUCKET + 1;

export function vacancyHint(vacancy: OpenVacancy): number {
  return (
    (vacancy.hasPlace ? cellBits(vacancy.latitude, vacancy.longitude) | HAS_PLACE : 0) |
    ((vacancy.payTop === undefined ? UNKNOWN_PAY : payBucket(vacancy.payTop)) << PAY.shift) |
    (vacancy.fullyRemote ? IS_REMOTE : 0) |
    ((vacancy.contract || CONTRACT_NOT_STATED) << CONTRACT.shift) |
    (vacancy.nationwide ? IS_NATIONWIDE : 0) |
    ((vacancy.hours || HOURS_NOT_STATED) << HOURS.shift)
  );
}

/** What a person lets through: their wishes, and all that is not stated. */
export function contractsAccepted(wanted: number): number {
  return CONTRACT_NOT_STATED | (wanted & ANY_CONTRACT);
}

export function hoursAccepted(wanted: number): number {
  return HOURS_NOT_STATED | (wanted & ANY_HOURS);
}

/** Where the vacancy's postings stand: what can be done or had from anywhere, everywhere. */
export function territoryOfVacancy(hint: number): number {
  if ((hint & (IS_REMOTE | IS_NATIONWIDE)) !== 0) return EVERYWHERE;
  if ((hint & HAS_PLACE) === 0) return NOWHERE;
  return territory(regionOf(eastOf(hint), northOf(hint)), 0);
}
