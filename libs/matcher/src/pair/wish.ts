import type { OpenVacancy, Pay } from './open-vacancy.js';
import type { SeekingProfile } from './seeking-profile.js';

/** How what a vacancy states answers a wish. `not-stated` and `no-wish` pass the filter and get no points. */
export type Answer = 'meets' | 'no-wish' | 'not-stated';
export type PayAnswer = Answer | 'meets-at-top';

/** The hard filter on pay: what is stated must reach the minimum, at least at its top. Undefined where it does not. */
export function payAnswer(pay: Pay | undefined, minimum: number | undefined): PayAnswer | undefined {
  if (pay === undefined) return 'not-stated';
  if (minimum === undefined) return 'no-wish';
  if (pay.top < minimum) return undefined;
  return pay.bottom !== undefined && pay.bottom >= minimum ? 'meets' : 'meets-at-top';
}

export function contractAnswer(vacancy: OpenVacancy, profile: SeekingProfile): Answer | undefined {
  return answer(profile.contracts, vacancy.contract);
}

/** `either` suits everybody. */
export function hoursAnswer(vacancy: OpenVacancy, profile: SeekingProfile): Answer | undefined {
  if (vacancy.hours === 'either') return profile.hours.length === 0 ? 'no-wish' : 'meets';
  return answer(profile.hours, vacancy.hours);
}

function answer<T>(wanted: readonly T[], stated: T | undefined): Answer | undefined {
  if (stated === undefined) return 'not-stated';
  if (wanted.length === 0) return 'no-wish';
  return wanted.includes(stated) ? 'meets' : undefined;
}
