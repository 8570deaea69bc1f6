import type { VacancyLocation } from '@jobwire/contracts';
import type { Gazetteer } from '@jobwire/taxonomy';
import { badField } from './vacancy.errors.js';
import type { Posting } from './vacancy.js';

/** @throws DomainError UNKNOWN_PLACE */
export function locate(input: Posting['location'], gazetteer: Gazetteer): VacancyLocation | undefined {
  if (input === undefined) return undefined;
  const nationwide = input.nationwide === true;
  if (nationwide && !namesPlace(input)) return { label: 'Nationwide', nationwide };
  const found = gazetteer.locate(input);
  if (!found.ok) {
    throw badField('UNKNOWN_PLACE', {
      field: `location.${found.field}`,
      reason: found.reason,
      remedy: found.remedy,
    });
  }
  const { latitude, longitude, label } = found.place;
  const postcode = input.postcode?.toUpperCase();
  return { label, nationwide, latitude, longitude, ...(postcode === undefined ? {} : { postcode }) };
}

function namesPlace(input: NonNullable<Posting['location']>): boolean {
  return input.postcode !== undefined || input.town !== undefined || input.latitude !== undefined;
}
