import type { ProfileState } from '@jobwire/contracts';
import type { Dictionary } from '../names/dictionary.js';
import type { OccupationBook } from '../skills/occupation-book.js';
import type { SkillBook } from '../skills/skill-book.js';
import { levelCode, worthMore } from '../skills/strength.js';
import { KM_PER_MILE, isOnEarth, rounded } from './earth.js';
import { ANY_CONTRACT, ANY_HOURS, CONTRACTS, HOURS, wishBits } from './wishes.js';

/** What matching needs of a profile and nothing else, in numbers. */
export interface SeekingProfile {
  /** Skill number << 3 | level code; each skill once. */
  readonly skills: readonly number[];
  readonly occupations: readonly number[];
  /** Employers who must not see the person. */
  readonly hiddenFrom: readonly number[];
  readonly hasPlace: boolean;
  readonly latitude: number;
  readonly longitude: number;
  readonly radiusKm: number;
  readonly remote: boolean;
  /** Pounds a year; 0 for no wish. */
  readonly minimumPay: number;
  /** Bits of wishes.ts; all of them where there is no wish. */
  readonly contracts: number;
  readonly hours: number;
  readonly wishesContract: boolean;
  readonly wishesHours: boolean;
  readonly visible: boolean;
  /** 0 to 101: a score from here on is an alert; no score reaches 101. */
  readonly alertThreshold: number;
}

export interface Books {
  readonly skills: SkillBook;
  readonly occupations: OccupationBook;
  readonly employers: Dictionary;
}

export function seekingProfile(state: ProfileState, books: Books): SeekingProfile {
  const { latitude, longitude } = state.location ?? {};
  const hasPlace = isOnEarth(latitude, longitude);
  const { minimumSalary = 0 } = state;
  return {
    skills: heldSkills(state.skills, books.skills),
    occupations: state.occupations.map((id) => books.occupations.numberOf(id)),
    hiddenFrom: state.hideFrom.map((id) => books.employers.numberOf(id)),
    hasPlace,
    latitude: hasPlace ? rounded(latitude ?? 0) : 0,
    longitude: hasPlace ? rounded(longitude ?? 0) : 0,
    radiusKm: state.radiusMiles * KM_PER_MILE,
    remote: state.remote,
    minimumPay: minimumSalary > 0 ? minimumSalary : 0,
    contracts: wishBits(state.contracts, CONTRACTS, ANY_CONTRACT),
    hours: wishBits(state.hours, HOURS, ANY_HOURS),
    wishesContract: state.contracts.length > 0,
    wishesHours: state.hours.length > 0,
    visible: state.visible,
    alertThreshold: wholeThreshold(state.alertThreshold),
  };
}

/** Each skill once; of a skill named twice the better level counts. */
function heldSkills(skills: ProfileState['skills'], book: SkillBook): number[] {
  const held: number[] = [];
  for (const { id, level } of skills) {
    const skill = book.learn(id);
    const code = levelCode(level);
    const at = held.findIndex((word) => word >> 3 === skill);
    if (at < 0) held.push((skill << 3) | code);
    else if (worthMore(code, held[at] & 7)) held[at] = (skill << 3) | code;
  }
  return held;
}

/** Scores are whole, so the threshold may be. One that is no number is reached by nobody. */
function wholeThreshold(threshold: number): number {
  return threshold <= 100 ? Math.max(0, Math.ceil(threshold)) : 101;
}
