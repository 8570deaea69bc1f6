// The hard filters once more, straight from the states and without a look at the engine's.
import type { ProfileState, VacancyState } from '@jobwire/contracts';
import { KM_PER_MILE, isOnEarth, kilometres, rounded } from '../rows/earth.js';

/** Distance in km, or undefined where either side has no place. */
export function distanceOf(vacancy: VacancyState, profile: ProfileState): number | undefined {
  const { latitude: north, longitude: east } = vacancy.location ?? {};
  const { latitude, longitude } = profile.location ?? {};
  if (!isOnEarth(north, east) || !isOnEarth(latitude, longitude)) return undefined;
  return kilometres(rounded(latitude ?? 0), rounded(longitude ?? 0), rounded(north ?? 0), rounded(east ?? 0));
}

export function isNear(vacancy: VacancyState, profile: ProfileState): boolean {
  const km = distanceOf(vacancy, profile);
  return km !== undefined && km <= profile.radiusMiles * KM_PER_MILE;
}

export function isWantedRemote(vacancy: VacancyState, profile: ProfileState): boolean {
  return profile.remote && vacancy.remote === 'full';
}

export function topPay({ yearlySalary }: VacancyState): number | undefined {
  const top = yearlySalary?.max ?? yearlySalary?.min;
  return Number.isFinite(top) ? top : undefined;
}

export function passesFilters(vacancy: VacancyState, profile: ProfileState): boolean {
  const { contract, hours } = vacancy;
  const pay = topPay(vacancy);
  return (
    vacancy.status === 'open' &&
    (isNear(vacancy, profile) || isWantedRemote(vacancy, profile) || vacancy.location?.nationwide === true) &&
    (pay === undefined || !((profile.minimumSalary ?? 0) > pay)) &&
    (contract === undefined || profile.contracts.length === 0 || profile.contracts.includes(contract)) &&
    (hours === undefined || hours === 'either' || profile.hours.length === 0 || profile.hours.includes(hours))
  );
}
