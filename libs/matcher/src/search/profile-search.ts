import { CORE_THRESHOLD } from '../rows/driving-skills.js';
import { CELL_BITS, cellEast, cellLimit, cellNorth, cellScale } from '../rows/cells.js';
import {
  WANTS_REMOTE,
  HOURS_SHIFT as WISHED_HOURS,
  CONTRACT_SHIFT as WISHED_CONTRACT,
} from '../rows/profile-hint.js';
import * as person from '../rows/profile-row.js';
import { payBucket } from '../rows/pay-buckets.js';
import {
  HAS_PLACE,
  IS_NATIONWIDE,
  IS_REMOTE,
  PAY_SHIFT,
  contractsMask,
  hoursMask,
} from '../rows/vacancy-hint.js';
import * as job from '../rows/vacancy-row.js';
import { drivenKey, groupKey } from '../postings/keys.js';
import { DRIVE } from '../rows/asked-skills.js';
import { BLOCK_HEAD, POSTING_WORDS } from '../postings/posting-lists.js';
import { confidenceOf, enoughOf } from '../scoring/points.js';
import { DESIRED_WEIGHT, FIT, FLOOR, OCCUPATION, REQUIRED_WEIGHT } from '../scoring/weights.js';
import { FIRM, STRENGTH, WORTH } from '../skills/strength.js';
import type { Slices } from '../match-engine.js';
import type { Ask } from './ask.js';
import type { SkillSums } from './judge.js';
import type { Market } from './market.js';
import type { Pace } from './pace.js';
import { Reserves } from './reserves.js';
import { Stamps } from '../memory/stamps.js';

/** Candidates between two passes over rows, few enough to stay in the cache. */
const BATCH = 2048;
/** Rows touched before they are needed. */
const AHEAD = 12;

/** A person held against every vacancy: scans postings by their hints, then weighs the rows. */
export class ProfileSearch {
  private readonly reserves: Reserves;
  private readonly stamps = new Stamps();
  private readonly candidates = new Int32Array(BATCH + 1023 + AHEAD);
  private count = 0;
  private profile = 0;
  private stamp = 0;
  private threshold = 0;
  private needs = 0;
  /** For each asked skill of the vacancy last weighed the rank of what the person has. */
  private best = new Uint8Array(64);
  private readonly sums: SkillSums = { held: 0, used: 0, enough: 0, confidence: 0 };
  // What a hint has to pass.
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
  touched = 0;

  constructor(private readonly market: Market) {
    this.reserves = new Reserves(market.books.skills);
  }

  /** Finds into `market.found`. Returns false when it was disturbed and has to start again. */
  *run(profile: number, ask: Ask, pace: Pace): Slices<boolean> {
    pace.begin();
    this.load(profile, ask);
    const { vacancyPostings: lists } = this.market;
    for (const key of this.keys(ask)) {
      for (let block = lists.headOf(key); block !== 0; block = lists.arena.words[block]) {
        this.scan(block, pace);
        if (!pace.isBreathDue) continue;
        yield;
        if (!pace.goesOn()) return false;
      }
      this.sieve(pace);
      if (ask.best < Infinity)
        this.threshold = Math.max(this.threshold, this.market.scores.worstOf(ask.best));
    }
    return true;
  }

  private *keys({ strict }: Ask): Generator<number> {
    for (const skill of this.reserves.skills) {
      if (strict && this.reserves.ranks[skill] < FIRM) continue;
      yield drivenKey(skill, DRIVE.lead);
      if (strict) continue;
      yield drivenKey(skill, DRIVE.core);
      if (this.threshold < CORE_THRESHOLD) yield drivenKey(skill, DRIVE.edge);
    }
    if (!strict) yield* this.groupKeys();
  }

  /** Vacancies whose occupation is so close that its points may lead to the threshold past the driving skills. */
  private *groupKeys(): Generator<number> {
    const { books, profiles } = this.market;
    const { words, from, count } = profiles.occupations(this.profile);
    const own = new Set<number>();
    const near = new Set<number>();
    for (let at = from; at < from + count; at++) {
      own.add(books.occupations.group(words[at]));
      for (const group of books.occupations.groupsNear(words[at])) near.add(group);
    }
    if (this.threshold - FIT.occupation < FLOOR) for (const group of own) yield groupKey(group);
    if (this.threshold - Math.round(FIT.occupation * OCCUPATION['minor-group']) < FLOOR)
      for (const group of near) if (!own.has(group)) yield groupKey(group);
  }

  private load(profile: number, ask: Ask): void {
    const { profiles, found, scores, vacancies } = this.market;
    found.clear();
    scores.clear();
    this.count = 0;
    this.profile = profile;
    this.threshold = ask.threshold;
    this.needs = ask.strict ? job.MUST_HAVE | job.REQUIRED : job.MUST_HAVE;
    this.reserves.load(profiles.skills(profile));
    this.stamp = this.stamps.fresh(vacancies.numbers.end);
    this.loadFilters(profile);
  }

  private loadFilters(profile: number): void {
    const { words, doubles } = this.market.profiles;
    const hint = words[profile * person.PROFILE_WORDS + person.HINT];
    this.contracts = contractsMask((hint >>> WISHED_CONTRACT) & 15);
    this.hours = hoursMask((hint >>> WISHED_HOURS) & 3);
    this.placeless = IS_NATIONWIDE | ((hint & WANTS_REMOTE) === 0 ? 0 : IS_REMOTE);
    this.minimumPay = doubles[profile * person.PROFILE_DOUBLES + person.MINIMUM_PAY];
    this.bottomBucket = payBucket(this.minimumPay);
    this.loadPlace(profile);
  }

  private loadPlace(profile: number): void {
    const { words, doubles } = this.market.profiles;
    const home = profile * person.PROFILE_DOUBLES;
    const hasPlace = (words[profile * person.PROFILE_WORDS + person.FLAGS] & person.HAS_PLACE) !== 0;
    const radiusKm = doubles[home + person.RADIUS_KM];
    const latitude = doubles[home + person.LATITUDE];
    const scale = cellScale(latitude, radiusKm);
    this.limit = hasPlace ? cellLimit(radiusKm, scale) : -1;
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
    for (let at = block + BLOCK_HEAD; at < end; at += POSTING_WORDS) {
      const hint = words[at + 1];
      const dx = ((hint - east) << 23) >> 23;
      const dy = (((hint >>> CELL_BITS) - north) << 23) >> 23;
      const isFar = dx * dx * eastWeight + dy * dy * northWeight > limit || (hint & HAS_PLACE) === 0;
      if (isFar && (hint & placeless) === 0) continue;
      if ((hint & contracts) === 0 || (hint & hours) === 0) continue;
      if (((hint >>> PAY_SHIFT) & 7) < bottomBucket) continue;
      candidates[count++] = words[at];
    }
    this.count = count;
    pace.spend((end - block) >> 1, 0);
    if (count >= BATCH) this.sieve(pace);
  }

  /** Looks at the rows of the candidates; what may reach the threshold is judged. */
  private sieve(pace: Pace): void {
    const { candidates, count, stamp, contracts, hours, minimumPay } = this;
    const { vacancies } = this.market;
    const { marks } = this.stamps;
    const { words } = vacancies;
    for (let n = 0; n < AHEAD; n++) candidates[count + n] = 0;
    let touched = 0;
    let seen = 0;
    for (let n = 0; n < count; n++) {
      touched ^= words[candidates[n + AHEAD] * job.VACANCY_WORDS + job.HINT];
      const row = candidates[n];
      if (marks[row] === stamp) continue;
      marks[row] = stamp;
      seen++;
      const hint = words[row * job.VACANCY_WORDS + job.HINT];
      if ((hint & contracts) === 0 || (hint & hours) === 0) continue;
      const payTop = vacancies.payTop(row);
      if (payTop !== undefined && minimumPay > payTop) continue;
      if (this.sumUp(row)) this.judge(row);
    }
    this.touched ^= touched;
    this.count = 0;
    pace.spend(0, seen);
  }

  /** Sums in the order of the list, as everybody does: floats add up differently in another. False without a must-have. */
  private sumUp(row: number): boolean {
    const { words, from, count } = this.market.vacancies.asked(row);
    const { ranks } = this.reserves;
    const { idf, typicalIdf } = this.market.books.skills;
    const { needs, sums } = this;
    if (count > this.best.length) this.best = new Uint8Array(2 * count);
    const { best } = this;
    let idfs = 0;
    let weights = 0;
    let held = 0;
    let used = 0;
    for (let n = 0; n < count; n++) {
      const word = words[from + n];
      const skill = word >> job.SKILL_SHIFT;
      const rank = ranks[skill];
      if (rank < FIRM && (word & needs) !== 0) return false;
      const weight = ((word & job.REQUIRED) !== 0 ? REQUIRED_WEIGHT : DESIRED_WEIGHT) * idf[skill];
      best[n] = rank;
      idfs += idf[skill];
      weights += weight;
      held += weight * STRENGTH[rank];
      used += weight * WORTH[rank];
    }
    sums.held = held;
    sums.used = used;
    sums.enough = enoughOf(weights, idfs, typicalIdf);
    sums.confidence = confidenceOf(idfs, typicalIdf);
    return true;
  }

  private judge(vacancy: number): void {
    const { sums, market } = this;
    const score = market.judge.score(this.profile, vacancy, sums, this.threshold);
    if (score < 0) return;
    market.judge.complete(this.profile, vacancy, sums);
    market.found.add(this.profile, vacancy, vacancy, score, market.judge, this.best);
    market.scores.count(score);
  }
}
