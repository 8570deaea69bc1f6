import { kilometres, kilometresNorth } from '../rows/earth.js';
import * as person from '../rows/profile-row.js';
import type { ProfileRows } from '../rows/profile-rows.js';
import * as job from '../rows/vacancy-row.js';
import type { VacancyRows } from '../rows/vacancy-rows.js';
import { WANTS_REMOTE } from '../rows/profile-hint.js';
import * as points from '../scoring/points.js';
import { ANSWER, CLOSENESS, REACH } from '../scoring/points.js';
import { FIT } from '../scoring/weights.js';
import type { OccupationBook } from '../skills/occupation-book.js';

/** Two ways of measuring differ by less. */
const ROUNDING_KM = 1e-6;

const MOST_BESIDE_SKILLS = FIT.occupation + FIT.distance + FIT.salary;

/** What the skills of a pair come to; see points.ts. */
export interface SkillSums {
  held: number;
  used: number;
  enough: number;
  confidence: number;
}

/** Everything that is true of a pair but its skills, and what it is worth. One object, written over for each pair. */
export class Judge {
  closeness: number = CLOSENESS.notStated;
  /** The person's occupation that is nearest to the vacancy's; -1 for none. */
  occupation = -1;
  reach: number = REACH.none;
  km = 0;
  pay: number = ANSWER.notStated;
  contract: number = ANSWER.notStated;
  hours: number = ANSWER.notStated;
  /** Fully remote work is what they want, however near it is. */
  isWantedRemote = false;
  skillPoints = 0;
  distancePoints = 0;
  wishSkillPoints = 0;
  wishDistancePoints = 0;
  /** The score reaches the threshold of the person's alerts. */
  isAlert = false;
  /** The employer may see the person. */
  isVisible = false;

  constructor(
    private readonly profiles: ProfileRows,
    private readonly vacancies: VacancyRows,
    private readonly occupations: OccupationBook,
  ) {}

  /**
   * The score of a pair that passes the filters on contract, hours, pay and must-haves; -1 where the vacancy does not
   * reach the person, or the score is below `least`. That a pair must share a skill or an occupation needs no look:
   * one that shares neither has 20 points at most.
   */
  score(profile: number, vacancy: number, skills: SkillSums, least: number): number {
    this.skillPoints = points.skillPoints(skills.held, skills.enough, skills.confidence);
    if (this.skillPoints + MOST_BESIDE_SKILLS < least) return -1;
    this.nearestOccupation(profile, vacancy);
    this.answerPay(profile, vacancy);
    const known = this.skillPoints + points.OCCUPATION_POINTS[this.closeness] + points.PAY_POINTS[this.pay];
    if (known + FIT.distance < least) return -1;
    this.measureReach(profile, vacancy);
    if (this.reach === REACH.none) return -1;
    this.distancePoints = points.distancePoints(this.reach, this.km);
    const score = known + this.distancePoints;
    return score < least ? -1 : score;
  }

  /** The rest, for a pair that is in the set with that score; call it right after `score`. */
  complete(profile: number, vacancy: number, skills: SkillSums, score: number): void {
    this.wishSkillPoints = points.wishSkillPoints(skills.used, skills.enough, skills.confidence);
    const radiusKm = this.profiles.doubles[profile * person.PROFILE_DOUBLES + person.RADIUS_KM];
    this.isWantedRemote = this.wantsRemote(profile, vacancy);
    this.wishDistancePoints = points.wishDistancePoints(this.isWantedRemote, this.reach, this.km, radiusKm);
    const flags = this.profiles.words[profile * person.PROFILE_WORDS + person.FLAGS];
    this.answerTerms(flags, vacancy);
    this.isAlert = score >= flags >>> person.THRESHOLD_SHIFT;
    const employer = this.vacancies.words[vacancy * job.VACANCY_WORDS + job.EMPLOYER];
    this.isVisible = (flags & person.IS_VISIBLE) !== 0 && !this.profiles.hidesFrom(profile, employer);
  }

  private wantsRemote(profile: number, vacancy: number): boolean {
    const wants = this.profiles.words[profile * person.PROFILE_WORDS + person.HINT] & WANTS_REMOTE;
    return wants !== 0 && (this.vacancyFlags(vacancy) & job.IS_REMOTE) !== 0;
  }

  private nearestOccupation(profile: number, vacancy: number): void {
    const asked = this.vacancies.words[vacancy * job.VACANCY_WORDS + job.OCCUPATION];
    const { words, from, count } = this.profiles.occupations(profile);
    this.closeness = asked < 0 || count === 0 ? CLOSENESS.notStated : CLOSENESS.none;
    this.occupation = -1;
    if (asked < 0) return;
    for (let at = from; at < from + count; at++) {
      const closeness = this.occupations.closeness(asked, words[at]);
      if (closeness <= this.closeness) continue;
      this.closeness = closeness;
      this.occupation = words[at];
    }
  }

  private answerPay(profile: number, vacancy: number): void {
    const minimum = this.profiles.doubles[profile * person.PROFILE_DOUBLES + person.MINIMUM_PAY];
    const hasPay = (this.vacancyFlags(vacancy) & job.HAS_PAY) !== 0;
    if (!hasPay) this.pay = ANSWER.notStated;
    else if (minimum === 0) this.pay = ANSWER.noWish;
    else {
      const bottom = this.vacancies.payBottom(vacancy);
      this.pay = bottom !== undefined && bottom >= minimum ? ANSWER.meets : ANSWER.meetsAtTop;
    }
  }

  private measureReach(profile: number, vacancy: number): void {
    const flags = this.vacancyFlags(vacancy);
    this.km = 0;
    if (this.isNear(profile, vacancy, flags)) this.reach = REACH.near;
    else if (this.wantsRemote(profile, vacancy)) this.reach = REACH.remote;
    else this.reach = (flags & job.IS_NATIONWIDE) !== 0 ? REACH.nationwide : REACH.none;
  }

  private isNear(profile: number, vacancy: number, vacancyFlags: number): boolean {
    const flags = this.profiles.words[profile * person.PROFILE_WORDS + person.FLAGS];
    if ((flags & person.HAS_PLACE) === 0 || (vacancyFlags & job.HAS_PLACE) === 0) return false;
    const home = profile * person.PROFILE_DOUBLES;
    const { doubles } = this.profiles;
    const radiusKm = doubles[home + person.RADIUS_KM];
    const latitude = doubles[home + person.LATITUDE];
    const vacancyLatitude = this.vacancies.latitude(vacancy);
    if (kilometresNorth(latitude, vacancyLatitude) > radiusKm + ROUNDING_KM) return false;
    const longitude = doubles[home + person.LONGITUDE];
    this.km = kilometres(latitude, longitude, vacancyLatitude, this.vacancies.longitude(vacancy));
    return this.km <= radiusKm;
  }

  private answerTerms(flags: number, vacancy: number): void {
    const offered = this.vacancyFlags(vacancy);
    const hasContract = ((offered >> job.CONTRACT_SHIFT) & job.CONTRACT_BITS) !== 0;
    this.contract = answer(hasContract, (flags & person.WISHES_CONTRACT) !== 0);
    this.hours = answer((offered & job.HOURS_BITS) !== 0, (flags & person.WISHES_HOURS) !== 0);
  }

  private vacancyFlags(vacancy: number): number {
    return this.vacancies.words[vacancy * job.VACANCY_WORDS + job.FLAGS];
  }
}

/** Of a wish that the filter let through. */
function answer(isStated: boolean, isWished: boolean): number {
  if (!isStated) return ANSWER.notStated;
  return isWished ? ANSWER.meets : ANSWER.noWish;
}
