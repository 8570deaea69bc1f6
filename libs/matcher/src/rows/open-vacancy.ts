import type { VacancyState, YearlySalary } from '@jobwire/contracts';
import { drivingSkills } from './driving-skills.js';
import { isOnEarth, rounded } from './earth.js';
import { type AskedSkill, askedSkills } from './asked-skills.js';
import type { Books } from './seeking-profile.js';
import { CONTRACTS, HOURS } from './wishes.js';

/** Hours offered both ways. */
export const EITHER_HOURS = HOURS['full-time'] | HOURS['part-time'];

/** What matching needs of a vacancy and nothing else, in numbers: the text stays outside of the index. */
export interface OpenVacancy {
  readonly employer: number;
  /** Each skill once, required ones first. */
  readonly asked: readonly AskedSkill[];
  /** -1 where it is not stated. */
  readonly occupation: number;
  readonly hasPlace: boolean;
  readonly latitude: number;
  readonly longitude: number;
  readonly nationwide: boolean;
  readonly fullyRemote: boolean;
  /** Pounds a year; undefined where no pay is stated. */
  readonly payTop: number | undefined;
  /** Undefined where only a maximum is stated. */
  readonly payBottom: number | undefined;
  /** One bit of wishes.ts; 0 where it is not stated. */
  readonly contract: number;
  /** Bits of wishes.ts, both for hours offered both ways; 0 where they are not stated. */
  readonly hours: number;
}

export function openVacancy(state: VacancyState, books: Books): OpenVacancy {
  const { latitude, longitude, nationwide = false } = state.location ?? {};
  const hasPlace = isOnEarth(latitude, longitude);
  const payTop = topOf(state.yearlySalary);
  return {
    employer: books.employers.numberOf(state.employer.id),
    asked: drivingSkills(askedSkills(state, books.skills), books.skills, {
      hasPlace,
      hasPay: payTop !== undefined,
    }),
    occupation: state.occupation === undefined ? -1 : books.occupations.numberOf(state.occupation.id),
    hasPlace,
    latitude: hasPlace ? rounded(latitude ?? 0) : 0,
    longitude: hasPlace ? rounded(longitude ?? 0) : 0,
    nationwide,
    fullyRemote: state.remote === 'full',
    payTop,
    payBottom: payTop === undefined ? undefined : state.yearlySalary?.min,
    contract: state.contract === undefined ? 0 : CONTRACTS[state.contract],
    hours: hoursOf(state.hours),
  };
}

function topOf(yearly: YearlySalary | undefined): number | undefined {
  const top = yearly?.max ?? yearly?.min;
  return top !== undefined && Number.isFinite(top) ? top : undefined;
}

function hoursOf(hours: VacancyState['hours']): number {
  if (hours === undefined) return 0;
  return hours === 'either' ? EITHER_HOURS : HOURS[hours];
}
