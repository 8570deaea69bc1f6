import type { ProfileState, VacancyState } from '@jobwire/contracts';
import type { MatchingTaxonomy } from '../matching-taxonomy.js';
import { passesFilters } from './oracle-filters.js';
import { type Points, fitPointsOf, occupationShareOf, wishPointsOf } from './oracle-points.js';
import { skillVerdict } from './oracle-skills.js';

/** A pair that must be in a set, with the points of each part of either score. */
export interface OracleMatch {
  readonly vacancyId: string;
  readonly vacancyRevision: number;
  readonly profileId: string;
  readonly profileRevision: number;
  readonly score: number;
  readonly personScore: number;
  readonly alert: boolean;
  readonly visible: boolean;
  readonly points: Points;
  readonly personPoints: Points;
}

/**
 * The truth by brute force, to judge an engine or the whole flow: every open vacancy against every profile, from
 * the states alone (the newest of each id), without an index. Written apart from the engine: of it, it shares only
 * the formula of distance and the worth of relations and levels. Takes about 5 us a pair. Order: as given.
 */
export function bruteForceMatches(
  vacancies: readonly VacancyState[],
  profiles: readonly ProfileState[],
  taxonomy: MatchingTaxonomy,
): OracleMatch[] {
  return everyPair(vacancies, profiles, taxonomy).filter(({ score }) => score >= 30);
}

/** As `bruteForceMatches`, whatever the score, for who has everything that is required. */
export function bruteForceStrict(
  vacancies: readonly VacancyState[],
  profiles: readonly ProfileState[],
  taxonomy: MatchingTaxonomy,
): OracleMatch[] {
  return vacancies.flatMap((vacancy) => {
    const able = profiles.filter((profile) => skillVerdict(vacancy, profile, taxonomy).hasAllRequired);
    return everyPair([vacancy], able, taxonomy);
  });
}

function everyPair(
  vacancies: readonly VacancyState[],
  profiles: readonly ProfileState[],
  taxonomy: MatchingTaxonomy,
): OracleMatch[] {
  return vacancies.flatMap((vacancy) =>
    profiles.flatMap((profile) => oracleMatch(vacancy, profile, taxonomy) ?? []),
  );
}

function oracleMatch(
  vacancy: VacancyState,
  profile: ProfileState,
  taxonomy: MatchingTaxonomy,
): OracleMatch | undefined {
  if (!passesFilters(vacancy, profile)) return undefined;
  const skills = skillVerdict(vacancy, profile, taxonomy);
  const occupation = occupationShareOf(vacancy, profile, taxonomy);
  if (!skills.hasAllMustHaves || (!skills.sharesSome && occupation === 0)) return undefined;
  const points = fitPointsOf(vacancy, profile, skills, occupation);
  const personPoints = wishPointsOf(vacancy, profile, skills, occupation);
  const score = total(points);
  return {
    vacancyId: vacancy.id,
    vacancyRevision: vacancy.revision,
    profileId: profile.id,
    profileRevision: profile.revision,
    score,
    personScore: total(personPoints),
    alert: score >= profile.alertThreshold,
    visible: profile.visible && !profile.hideFrom.includes(vacancy.employer.id),
    points,
    personPoints,
  };
}

function total(points: Points): number {
  return Object.values(points).reduce((sum, each) => sum + each, 0);
}
