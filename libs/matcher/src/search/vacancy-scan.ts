import { Stamps } from '../memory/stamps.js';
import { BLOCK_HEAD, POSTING_WORDS } from '../postings/posting-lists.js';
import { NOWHERE, cellEast, cellLimit, cellNorth, cellScale } from '../rows/cells.js';
import { payBucket } from '../rows/pay-buckets.js';
import {
  ALWAYS,
  NORTH_SHIFT,
  PAY_SHIFT,
  RADIUS_CLASSES_KM,
  RADIUS_SHIFT,
  WANTS_REMOTE,
} from '../rows/profile-hint.js';
import * as person from '../rows/profile-row.js';
import * as job from '../rows/vacancy-row.js';
import { BATCH, LINE, ROOM, TOUCHED } from './batch.js';
import { contractWanted, hoursWanted } from './offers.js';
import type { Market } from './market.js';
import type { Pace } from './pace.js';

/** The last class has no end; the one before it is the widest that a cell can say anything about. */
const WIDEST_KM = RADIUS_CLASSES_KM.at(-2) ?? 0;
const UNKNOWN_PAY = 7;

/** Looks at somebody who passed the filters on contract, hours and pay, and nearly that on place. */
export type Weigh = (profile: number) => void;

/** One vacancy's filters against postings of people. */
export class VacancyScan {
  private readonly stamps = new Stamps();
  private readonly candidates = new Int32Array(ROOM);
  private count = 0;
  private stamp = 0;
  private east = 0;
  private north = 0;
  private eastWeight = 0;
  private northWeight = 0;
  /** By radius class. */
  private readonly limits = new Int32Array(RADIUS_CLASSES_KM.length);
  private contractMask = 0;
  private hoursMask = 0;
  private placeless = 0;
  private topBucket = 0;
  private payTop = 0;
  /** Kept so that the reads ahead are not optimised away. */
  touched = 0;

  constructor(
    private readonly market: Market,
    private readonly weigh: Weigh,
  ) {}

  load(vacancy: number): void {
    const { vacancies, profiles } = this.market;
    const flags = vacancies.words[vacancy * job.VACANCY_WORDS + job.FLAGS];
    const payTop = vacancies.payTop(vacancy);
    this.count = 0;
    this.stamp = this.stamps.fresh(profiles.numbers.end);
    this.contractMask = contractWanted(flags) || ALWAYS;
    this.hoursMask = hoursWanted(flags) || ALWAYS;
    this.payTop = payTop ?? Infinity;
    this.topBucket = payTop === undefined ? UNKNOWN_PAY : payBucket(payTop);
    this.loadPlace(vacancy, flags);
  }

  /** Takes from a block of postings those whose hint lets them through. */
  scan(block: number, pace: Pace): void {
    const { words } = this.market.profilePostings.arena;
    const { east, north, eastWeight, northWeight, limits, contractMask, hoursMask, placeless, topBucket } =
      this;
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
      const dy = (((bits >>> NORTH_SHIFT) - north) << 23) >> 23;
      const isFar = dx * dx * eastWeight + dy * dy * northWeight > limits[(bits >>> RADIUS_SHIFT) & 7];
      if (isFar && (bits & placeless) === 0) continue;
      if ((bits & contractMask) === 0 || (bits & hoursMask) === 0) continue;
      if (((bits >>> PAY_SHIFT) & 7) > topBucket) continue;
      candidates[count++] = words[at];
    }
    this.count = count;
    pace.scanned((end - block) >> 1);
    if (count >= BATCH) this.sieve(pace);
  }

  /** Looks at the rows of the candidates. */
  sieve(pace: Pace): void {
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
    const { words } = this.market.profiles;
    let touched = 0;
    for (let n = from; n < end; n++) {
      const base = candidates[n] * person.PROFILE_WORDS;
      touched ^= words[base + person.HINT] ^ words[base + person.SKILLS];
    }
    this.touched ^= touched;
  }

  /** Weighs who passes by the truth in the rows, each once. Returns how many rows were new. */
  private pass(from: number, end: number): number {
    const { candidates, stamp, contractMask, hoursMask, payTop } = this;
    const { words, doubles } = this.market.profiles;
    const { marks } = this.stamps;
    let seen = 0;
    for (let n = from; n < end; n++) {
      const row = candidates[n];
      if (marks[row] === stamp) continue;
      marks[row] = stamp;
      seen++;
      const bits = words[row * person.PROFILE_WORDS + person.HINT];
      if ((bits & contractMask) === 0 || (bits & hoursMask) === 0) continue;
      if (doubles[row * person.PROFILE_DOUBLES + person.MINIMUM_PAY] <= payTop) this.weigh(row);
    }
    return seen;
  }

  private loadPlace(vacancy: number, flags: number): void {
    const { doubles } = this.market.vacancies;
    const latitude = doubles[vacancy * job.VACANCY_DOUBLES + job.LATITUDE];
    const scale = cellScale(latitude, WIDEST_KM);
    this.east = cellEast(doubles[vacancy * job.VACANCY_DOUBLES + job.LONGITUDE]);
    this.north = cellNorth(latitude);
    this.eastWeight = scale.east;
    this.northWeight = scale.north;
    const hasPlace = (flags & job.HAS_PLACE) !== 0;
    for (let n = 0; n < RADIUS_CLASSES_KM.length; n++)
      this.limits[n] = hasPlace ? cellLimit(RADIUS_CLASSES_KM[n], scale) : NOWHERE;
    const remote = (flags & job.IS_REMOTE) !== 0 ? WANTS_REMOTE : 0;
    this.placeless = (flags & job.IS_NATIONWIDE) !== 0 ? ALWAYS : remote;
  }
}
