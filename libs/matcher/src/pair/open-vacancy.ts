import type { Contract, VacancyState, YearlySalary } from '@jobwire/contracts';
import type { MatchingTaxonomy } from '../matching-taxonomy.js';
import { type AskedSkills, askedSkills } from './asked-skills.js';
import { type Occupation, occupationOf } from './occupation.js';
import { type Point, pointOf } from './place.js';

/** What a vacancy pays, in pounds a year; `bottom` is absent where only a maximum is stated. */
export interface Pay {
  readonly bottom: number | undefined;
  readonly top: number;
}

/** What matching needs of a vacancy and nothing else: the text stays outside of the index. */
export interface OpenVacancy {
  readonly id: string;
  readonly revision: number;
  readonly employerId: string;
  readonly place: Point | undefined;
  readonly nationwide: boolean;
  readonly fullyRemote: boolean;
  readonly asked: AskedSkills;
  readonly occupation: Occupation | undefined;
  readonly pay: Pay | undefined;
  readonly contract: Contract | undefined;
  readonly hours: VacancyState['hours'];
}

export function openVacancy(state: VacancyState, taxonomy: MatchingTaxonomy): OpenVacancy {
  return {
    id: state.id,
    revision: state.revision,
    employerId: state.employer.id,
    place: pointOf(state.location),
    nationwide: state.location?.nationwide ?? false,
    fullyRemote: state.remote === 'full',
    asked: askedSkills(state, taxonomy),
    occupation: state.occupation && occupationOf(state.occupation.id, taxonomy),
    pay: payOf(state.yearlySalary),
    contract: state.contract,
    hours: state.hours,
  };
}

function payOf(yearly: YearlySalary | undefined): Pay | undefined {
  const top = yearly?.max ?? yearly?.min;
  return top !== undefined && Number.isFinite(top) ? { bottom: yearly?.min, top } : undefined;
}
