import { allBitsIfNone } from '../loops/bits.js';
import type { Desk } from '../loops/desk.js';
import { NumberList } from '../memory/number-list.js';
import { ROW_BITS, ROW_MASK } from '../postings/posting.js';
import { NOWHERE, cellLimit, cellScale, squaredCells } from '../rows/cells.js';
import { payBucket } from '../rows/pay-buckets.js';
import * as hint from '../rows/profile-hint.js';
import * as person from '../rows/profile-row.js';
import { OCCUPATION_BITS, OCCUPATION_CODES, POINTS_OF_STEP, occupationCode } from '../rows/vacancy-code.js';
import {
  CONTRACT,
  GUARDS,
  HAS_PLACE,
  HOURS,
  IS_NATIONWIDE,
  IS_REMOTE,
  PAY,
  PAY_BUCKETS,
  UNKNOWN_PAY,
  contractsAccepted,
  hoursAccepted,
} from '../rows/vacancy-hint.js';
import * as job from '../rows/vacancy-row.js';
import { FIT } from '../scoring/weights.js';
import { distanceBound } from './distance-bound.js';
import { HintFilter } from './hint-filter.js';
import type { Market } from './market.js';
import { Scan, type Weighing } from './scan.js';
import { fine } from './tally.js';

/** A list of vacancies that a person reads, and what they are worth, 0 to 1, for the skill that it is about. */
export interface Reading {
  readonly key: number;
  readonly strength: number;
}

/** One person's filters against postings of vacancies, and what each of them could score by these. */
export class ProfileScan extends Scan {
  private readonly territories = new NumberList();
  private minimumPay = 0;
  /** Points of the occupation in fine steps, by code. */
  private readonly occupationPoints = new Int32Array(OCCUPATION_CODES);
  /** Of pay and of skills that are not read, by HAS_PLACE and the bucket of what is paid. */
  private readonly otherPoints = new Int32Array(2 * PAY_BUCKETS);
  /** Kept so that the reads ahead are not optimised away. */
  touched = 0;

  constructor(
    private readonly market: Market,
    weighing: Weighing,
  ) {
    super(market.vacancyPostings, market.vacancyWorkplace, new HintFilter(GUARDS), weighing);
  }

  /** Gets ready to read lists; `undriven`: see `undrivenPoints`. */
  load(profile: number, readings: readonly Reading[], undriven: number): void {
    const { profiles } = this.market;
    const wishes = profiles.words[profile * person.PROFILE_WORDS + person.HINT];
    this.filter.placeless = IS_NATIONWIDE | ((wishes & hint.WANTS_REMOTE) === 0 ? 0 : IS_REMOTE);
    this.minimumPay = profiles.doubles[profile * person.PROFILE_DOUBLES + person.MINIMUM_PAY];
    this.filter.gate.open();
    this.filter.gate.atLeast(PAY, payBucket(this.minimumPay));
    this.filter.gate.oneOf(CONTRACT, contractsAccepted(wishes >>> hint.CONTRACT.shift));
    this.filter.gate.oneOf(HOURS, hoursAccepted(wishes >>> hint.HOURS.shift));
    this.loadOthers(undriven);
    this.loadPlace(profile);
    this.loadOccupations(profile);
    this.open(readings);
    this.lay();
    this.begin(0);
  }

  /** Gathers the blocks, each marked with what a step of worth is worth to the person. */
  private open(readings: readonly Reading[]): void {
    this.blocks.clear();
    for (const { key, strength } of readings) {
      this.postings.gather(key, this.territories, this.blocks.heads);
      this.blocks.mark(fine(POINTS_OF_STEP * strength));
    }
  }

  protected addUp({ places, marks, passed }: Desk, words: Int32Array): void {
    const { cell, eastWeight, northWeight } = this.filter.around;
    const [limit] = this.filter.limits;
    const { occupationPoints, otherPoints, tally } = this;
    for (let n = 0; n < passed; n++) {
      const word = words[places[n]];
      const bits = words[places[n] + 1];
      const squared = squaredCells(bits, cell, eastWeight, northWeight);
      const placed = ~allBitsIfNone(bits & HAS_PLACE);
      const near = ~((limit - squared) >> 31) & placed;
      const code = word >>> ROW_BITS;
      const others = otherPoints[(placed & PAY_BUCKETS) | ((bits >>> PAY.shift) & (PAY_BUCKETS - 1))];
      const base = occupationPoints[code & (OCCUPATION_CODES - 1)] + others + (distanceBound(squared) & near);
      tally.add(word & ROW_MASK, (code >>> OCCUPATION_BITS) * marks[n], base);
    }
  }

  protected lookAt(from: number, end: number): void {
    const { rows } = this.ranking;
    const { minimumPay } = this;
    const { mask, sum } = this.filter.gate;
    const { vacancies } = this.market;
    const { words } = vacancies;
    this.touch(from, end);
    for (let n = from; n < end; n++) {
      const row = rows[n];
      const bits = words[row * job.VACANCY_WORDS + job.HINT];
      if (((sum - (bits & mask)) & GUARDS) !== 0) continue;
      const payTop = vacancies.payTop(row);
      if (payTop === undefined || minimumPay <= payTop) this.weighing.weigh(row);
    }
  }

  private touch(from: number, end: number): void {
    const { rows } = this.ranking;
    const { words, arena } = this.market.vacancies;
    let touched = 0;
    for (let n = from; n < end; n++) touched ^= words[rows[n] * job.VACANCY_WORDS + job.HINT];
    for (let n = from; n < end; n++) touched ^= arena.words[words[rows[n] * job.VACANCY_WORDS + job.BLOCK]];
    this.touched ^= touched;
  }

  private loadOthers(undriven: number): void {
    const payPoints = this.minimumPay === 0 ? 0 : FIT.salary;
    for (let bucket = 0; bucket < PAY_BUCKETS; bucket++) {
      const most = payPoints + undriven - (bucket === UNKNOWN_PAY ? 0 : FIT.salary);
      this.otherPoints[bucket] = fine(most);
      this.otherPoints[PAY_BUCKETS + bucket] = fine(most - FIT.distance);
    }
  }

  private loadPlace(profile: number): void {
    const { words, doubles } = this.market.profiles;
    const home = profile * person.PROFILE_DOUBLES;
    const hasPlace = (words[profile * person.PROFILE_WORDS + person.FLAGS] & person.HAS_PLACE) !== 0;
    const radiusKm = doubles[home + person.RADIUS_KM];
    const latitude = doubles[home + person.LATITUDE];
    const scale = cellScale(latitude, radiusKm);
    const limit = hasPlace ? cellLimit(radiusKm, scale) : NOWHERE;
    this.filter.limits.fill(limit);
    this.filter.lookFrom(latitude, doubles[home + person.LONGITUDE], scale);
    this.postings.territories.reached(this.filter.around, [limit], this.territories);
  }

  private loadOccupations(profile: number): void {
    const { profiles, books } = this.market;
    const { words, from, count } = profiles.occupations(profile);
    this.occupationPoints.fill(0);
    for (let at = from; at < from + count; at++)
      this.occupationPoints[occupationCode(words[at], books.occupations)] = fine(FIT.occupation);
  }
}
