import type { Slices } from '../match-engine.js';
import { Stamps } from '../memory/stamps.js';
import { BLOCK_HEAD, POSTING_WORDS } from '../postings/posting-lists.js';
import { CELL_BITS, NOWHERE, cellEast, cellLimit, cellNorth, cellScale } from '../rows/cells.js';
import { payBucket } from '../rows/pay-buckets.js';
import * as hint from '../rows/profile-hint.js';
import * as person from '../rows/profile-row.js';
import {
  HAS_PLACE,
  IS_NATIONWIDE,
  IS_REMOTE,
  PAY_SHIFT,
  contractsMask,
  hoursMask,
} from '../rows/vacancy-hint.js';
import * as job from '../rows/vacancy-row.js';
import { ANY_CONTRACT, ANY_HOURS } from '../rows/wishes.js';
import { BATCH, LINE, ROOM, TOUCHED } from './batch.js';
import type { Market } from './market.js';
import type { Pace } from './pace.js';

/** Looks at a vacancy that passed the filters on contract, hours and pay, and nearly that on place. */
export type Weigh = (vacancy: number) => void;

/** One person's filters against postings of vacancies. */
export class ProfileScan {
  private readonly stamps = new Stamps();
  private readonly candidates = new Int32Array(ROOM);
  private count = 0;
  private stamp = 0;
  private east = 0;
  private north = 0;
  private eastWeight = 0;
  private northWeight = 0;
  private limit = 0;
  private contracts = 0;
  private hours = 0;
  private placeless = 0;
  private bottomBucket = 0;
  private minimumPay = 0;
  /** Kept so that the reads ahead are not optimised away. */
  touched = 0;

  constructor(
    private readonly market: Market,
    private readonly weigh: Weigh,
  ) {}

  load(profile: number): void {
    const { profiles, vacancies } = this.market;
    const wishes = profiles.words[profile * person.PROFILE_WORDS + person.HINT];
    this.count = 0;
    this.stamp = this.stamps.fresh(vacancies.numbers.end);
    this.contracts = contractsMask((wishes >>> hint.CONTRACT_SHIFT) & ANY_CONTRACT);
    this.hours = hoursMask((wishes >>> hint.HOURS_SHIFT) & ANY_HOURS);
    this.placeless = IS_NATIONWIDE | ((wishes & hint.WANTS_REMOTE) === 0 ? 0 : IS_REMOTE);
    this.minimumPay = profiles.doubles[profile * person.PROFILE_DOUBLES + person.MINIMUM_PAY];
    this.bottomBucket = payBucket(this.minimumPay);
    this.loadPlace(profile);
  }

  /** Weighs every vacancy in the lists that may pass, once. Returns false when it was disturbed. */
  *run(keys: Iterable<number>, pace: Pace): Slices<boolean> {
    const { vacancyPostings: lists } = this.market;
    for (const key of keys) {
      for (let block = lists.headOf(key); block !== 0; block = lists.arena.words[block]) {
        this.scan(block, pace);
        if (!(yield* pace.breathe())) return false;
      }
    }
    this.sieve(pace);
    return true;
  }

  private loadPlace(profile: number): void {
    const { words, doubles } = this.market.profiles;
    const home = profile * person.PROFILE_DOUBLES;
    const hasPlace = (words[profile * person.PROFILE_WORDS + person.FLAGS] & person.HAS_PLACE) !== 0;
    const radiusKm = doubles[home + person.RADIUS_KM];
    const latitude = doubles[home + person.LATITUDE];
    const scale = cellScale(latitude, radiusKm);
    this.limit = hasPlace ? cellLimit(radiusKm, scale) : NOWHERE;
    this.east = cellEast(doubles[home + person.LONGITUDE]);
    this.north = cellNorth(latitude);
    this.eastWeight = scale.east;
    this.northWeight = scale.north;
  }

  /** Takes from a block of postings those whose hint lets them through. */
  private scan(block: number, pace: Pace): void {
    const { words } = this.market.vacancyPostings.arena;
    const { east, north, eastWeight, northWeight, limit, contracts, hours, placeless, bottomBucket } = this;
    const { candidates } = this;
    const end = block + (words[block + 1] & 0xffff);
    let count = this.count;
    let touched = 0;
    for (let at = block; at < end; at += LINE) touched ^= words[at];
    this.touched ^= touched;
    for (let at = block + BLOCK_HEAD; at < end; at += POSTING_WORDS) {
      const bits = words[at + 1];
      // Nine bits each, the difference signed: the grid repeats.
      const dx = ((bits - east) << 23) >> 23;
      const dy = (((bits >>> CELL_BITS) - north) << 23) >> 23;
      const isFar = dx * dx * eastWeight + dy * dy * northWeight > limit || (bits & HAS_PLACE) === 0;
      if (isFar && (bits & placeless) === 0) continue;
      if ((bits & contracts) === 0 || (bits & hours) === 0) continue;
      if (((bits >>> PAY_SHIFT) & 7) < bottomBucket) continue;
      candidates[count++] = words[at];
    }
    this.count = count;
    pace.scanned((end - block) >> 1);
    if (count >= BATCH) this.sieve(pace);
  }

  /** Looks at the rows of the candidates. */
  private sieve(pace: Pace): void {
    const { count } = this;
    for (let from = 0; from < count; from += TOUCHED) {
      const end = Math.min(count, from + TOUCHED);
      this.touch(from, end);
      pace.verified(this.pass(from, end));
    }
    this.count = 0;
  }

  private touch(from: number, end: number): void {
    const { candidates } = this;
    const { words, arena } = this.market.vacancies;
    let touched = 0;
    for (let n = from; n < end; n++) touched ^= words[candidates[n] * job.VACANCY_WORDS + job.HINT];
    for (let n = from; n < end; n++)
      touched ^= arena.words[words[candidates[n] * job.VACANCY_WORDS + job.BLOCK]];
    this.touched ^= touched;
  }

  /** Weighs what passes by the truth in the rows, each once. Returns how many rows were new. */
  private pass(from: number, end: number): number {
    const { candidates, stamp, contracts, hours, minimumPay } = this;
    const { vacancies } = this.market;
    const { words } = vacancies;
    const { marks } = this.stamps;
    let seen = 0;
    for (let n = from; n < end; n++) {
      const row = candidates[n];
      if (marks[row] === stamp) continue;
      marks[row] = stamp;
      seen++;
      const bits = words[row * job.VACANCY_WORDS + job.HINT];
      if ((bits & contracts) === 0 || (bits & hours) === 0) continue;
      const payTop = vacancies.payTop(row);
      if (payTop === undefined || minimumPay <= payTop) this.weigh(row);
    }
    return seen;
  }
}
