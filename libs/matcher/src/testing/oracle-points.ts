import type { ProfileState, VacancyState } from '@jobwire/contracts';
import type { MatchingTaxonomy } from '../matching-taxonomy.js';
import { KM_PER_MILE } from '../rows/earth.js';
import { distanceOf, isNear, isWantedRemote, topPay } from './oracle-filters.js';
import type { SkillVerdict } from './oracle-skills.js';

export type Points = Readonly<Record<string, number>>;

/** 0 to 1: the nearest of the person's occupations. */
export function occupationShareOf(
  vacancy: VacancyState,
  profile: ProfileState,
  taxonomy: MatchingTaxonomy,
): number {
  const asked = vacancy.occupation?.id;
  if (asked === undefined) return 0;
  const group = (id: string, digits: number) => {
    const isco = taxonomy.iscoOf(id);
    return isco !== undefined && isco.length >= digits ? isco.slice(0, digits) : `none ${id}`;
  };
  const shares = profile.occupations.map((id) => {
    if (id === asked) return 1;
    if (group(id, 4) === group(asked, 4)) return 0.8;
    return group(id, 3) === group(asked, 3) ? 0.5 : 0;
  });
  return Math.max(0, ...shares);
}

export function fitPointsOf(
  vacancy: VacancyState,
  profile: ProfileState,
  skills: SkillVerdict,
  occupation: number,
): Points {
  const km = isNear(vacancy, profile) ? distanceOf(vacancy, profile) : undefined;
  return {
    skills: Math.round(65 * skills.fit),
    occupation: Math.round(15 * occupation),
    distance: km === undefined ? 0 : Math.round(10 * Math.exp(-0.027 * km)),
    salary: Math.round(10 * payShareOf(vacancy, profile)),
  };
}

export function wishPointsOf(
  vacancy: VacancyState,
  profile: ProfileState,
  skills: SkillVerdict,
  occupation: number,
): Points {
  const { contract, hours } = vacancy;
  const suitsHours = hours !== undefined && (hours === 'either' || profile.hours.includes(hours));
  return {
    skills: Math.round(20 * skills.used),
    occupation: Math.round(25 * occupation),
    distance: Math.round(20 * placeShareOf(vacancy, profile)),
    salary: Math.round(15 * payShareOf(vacancy, profile)),
    contract: contract !== undefined && profile.contracts.includes(contract) ? 10 : 0,
    hours: suitsHours && profile.hours.length > 0 ? 10 : 0,
  };
}

function payShareOf(vacancy: VacancyState, { minimumSalary }: ProfileState): number {
  if (!minimumSalary || topPay(vacancy) === undefined) return 0;
  return (vacancy.yearlySalary?.min ?? -1) >= minimumSalary ? 1 : 0.5;
}

function placeShareOf(vacancy: VacancyState, profile: ProfileState): number {
  if (isWantedRemote(vacancy, profile)) return 1;
  const km = distanceOf(vacancy, profile);
  if (km === undefined || !isNear(vacancy, profile)) return 0;
  return 1 - 0.5 * (km / (profile.radiusMiles * KM_PER_MILE));
}
