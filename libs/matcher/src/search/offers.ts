// What a vacancy offers, as bits of a profile's hint; 0 where it suits everybody.
import { EITHER_HOURS } from '../rows/open-vacancy.js';
import { CONTRACT_SHIFT, HOURS_SHIFT } from '../rows/profile-hint.js';
import * as job from '../rows/vacancy-row.js';

export function contractWanted(flags: number): number {
  return ((flags >> job.CONTRACT_SHIFT) & job.CONTRACT_BITS) << CONTRACT_SHIFT;
}

export function hoursWanted(flags: number): number {
  const hours = flags & job.HOURS_BITS;
  return hours === EITHER_HOURS ? 0 : hours << HOURS_SHIFT;
}
