import { NumberList } from '../memory/number-list.js';
import { BLOCK_HEAD } from '../postings/posting-lists.js';
import { POSTING_WORDS, ROW_BITS, ROW_MASK } from '../postings/posting.js';
import { NOWHERE, cellBits, cellLimit, cellScale, eastOf, northOf, squaredCells } from '../rows/cells.js';
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
import { allBitsIfNone } from './bits.js';
import { distanceBound } from './distance-bound.js';
import { Gate } from './gate.js';
import type { Market } from './market.js';
import type { Pace } from './pace.js';
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
  private readonly gate = new Gate();
  private readonly around = { cell: 0, east: 0, north: 0, eastWeight: 0, northWeight: 0 };
  private limit = 0;
  private placeless = 0;
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
    super(market.vacancyPostings, weighing);
  }

  /** Gets ready to read lists; `undriven`: see `undrivenPoints`. */
  load(profile: number, readings: readonly Reading[], undriven: number): void {
    const { profiles } = this.market;
    const wishes = profiles.words[profile * person.PROFILE_WORDS + person.HINT];
    this.placeless = IS_NATIONWIDE | ((wishes & hint.WANTS_REMOTE) === 0 ? 0 : IS_REMOTE);
    this.minimumPay = profiles.doubles[profile * person.PROFILE_DOUBLES + person.MINIMUM_PAY];
    this.gate.open();
    this.gate.atLeast(PAY, payBucket(this.minimumPay));
    this.gate.oneOf(CONTRACT, contractsAccepted(wishes >>> hint.CONTRACT.shift));
    this.gate.oneOf(HOURS, hoursAccepted(wishes >>> hint.HOURS.shift));
    this.loadOthers(undriven);
    this.loadPlace(profile);
    this.loadOccupations(profile);
    this.open(readings);
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

  protected scan(block: number, mark: number, words: Int32Array, pace: Pace): void {
    const { cell, eastWeight, northWeight } = this.around;
    const { limit, placeless } = this;
    const { mask, sum } = this.gate;
    const { places } = this.passed;
    const end = this.blocks.touchRest(block, words);
    let { count } = this.passed;
    for (let at = block + BLOCK_HEAD; at < end; at += POSTING_WORDS) {
      const bits = words[at + 1];
      const isFar = (limit - squaredCells(bits, cell, eastWeight, northWeight)) >>> 31;
      const fails = ((sum - (bits & mask)) & GUARDS) | (isFar & allBitsIfNone(bits & placeless));
      places[count] = at;
      // Less -1 where it passes.
      count -= allBitsIfNone(fails);
    }
    this.passed.mark(count, mark);
    pace.scanned((end - block - BLOCK_HEAD) / POSTING_WORDS);
  }

  protected addUp(words: Int32Array): void {
    const { cell, eastWeight, northWeight } = this.around;
    const { limit, occupationPoints, otherPoints, tally } = this;
    const { places, marks, count } = this.passed;
    for (let n = 0; n < count; n++) {
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
    this.passed.count = 0;
  }

  protected lookAt(from: number, end: number): void {
    const { ranked } = this.tally;
    const { minimumPay } = this;
    const { mask, sum } = this.gate;
    const { vacancies } = this.market;
    const { words } = vacancies;
    this.touch(from, end);
    for (let n = from; n < end; n++) {
      const row = ranked[n];
      const bits = words[row * job.VACANCY_WORDS + job.HINT];
      if (((sum - (bits & mask)) & GUARDS) !== 0) continue;
      const payTop = vacancies.payTop(row);
      if (payTop === undefined || minimumPay <= payTop) this.weighing.weigh(row);
    }
  }

  private touch(from: number, end: number): void {
    const { ranked } = this.tally;
    const { words, arena } = this.market.vacancies;
    let touched = 0;
    for (let n = from; n < end; n++) touched ^= words[ranked[n] * job.VACANCY_WORDS + job.HINT];
    for (let n = from; n < end; n++) touched ^= arena.words[words[ranked[n] * job.VACANCY_WORDS + job.BLOCK]];
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
    this.limit = hasPlace ? cellLimit(radiusKm, scale) : NOWHERE;
    const cell = cellBits(latitude, doubles[home + person.LONGITUDE]);
    this.around.cell = cell;
    this.around.east = eastOf(cell);
    this.around.north = northOf(cell);
    this.around.eastWeight = scale.east;
    this.around.northWeight = scale.north;
    this.postings.territories.reached(this.around, [this.limit], this.territories);
  }

  private loadOccupations(profile: number): void {
    const { profiles, books } = this.market;
    const { words, from, count } = profiles.occupations(profile);
    this.occupationPoints.fill(0);
    for (let at = from; at < from + count; at++)
      this.occupationPoints[occupationCode(words[at], books.occupations)] = fine(FIT.occupation);
  }
}
