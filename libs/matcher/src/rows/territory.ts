// Where the postings of a row stand within a divided list: in a region, or apart from all of them.
import { REGIONS } from './regions.js';

/** Read by every search. */
export const EVERYWHERE = 0;
/** Read by those only that read everything. */
export const NOWHERE = 1;
const FIRST_REGION = 2;
/** People who reach far stand apart from those who do not: those are read far around a vacancy, these near it only. */
const TIERS = 2;

export const TERRITORIES = FIRST_REGION + TIERS * REGIONS;

export function territory(region: number, tier: number): number {
  return FIRST_REGION + tier * REGIONS + region;
}
