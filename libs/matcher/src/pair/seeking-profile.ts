import type { Contract, Hours, ProfileState } from '@jobwire/contracts';
import type { MatchingTaxonomy } from '../matching-taxonomy.js';
import { type HeldSkill, heldSkills } from './held-skills.js';
import { type Occupation, occupationOf } from './occupation.js';
import { KM_PER_MILE, type Point, pointOf } from './place.js';

/** What matching needs of a profile, in the units that it reckons in. */
export interface SeekingProfile {
  readonly id: string;
  readonly revision: number;
  readonly partition: number;
  readonly held: readonly HeldSkill[];
  readonly occupations: readonly Occupation[];
  readonly place: Point | undefined;
  readonly radiusKm: number;
  readonly remote: boolean;
  /** Pounds a year; undefined for no wish, which a wish of 0 is too. */
  readonly minimumPay: number | undefined;
  readonly contracts: readonly Contract[];
  readonly hours: readonly Hours[];
  readonly visible: boolean;
  readonly hideFrom: ReadonlySet<string>;
  readonly alertThreshold: number;
}

export function seekingProfile(
  state: ProfileState,
  partition: number,
  taxonomy: MatchingTaxonomy,
): SeekingProfile {
  const { minimumSalary = 0 } = state;
  return {
    id: state.id,
    revision: state.revision,
    partition,
    held: heldSkills(state.skills),
    occupations: state.occupations.map((id) => occupationOf(id, taxonomy)),
    place: pointOf(state.location),
    radiusKm: state.radiusMiles * KM_PER_MILE,
    remote: state.remote,
    minimumPay: minimumSalary > 0 ? minimumSalary : undefined,
    contracts: state.contracts,
    hours: state.hours,
    visible: state.visible,
    hideFrom: new Set(state.hideFrom),
    alertThreshold: state.alertThreshold,
  };
}
