import { cellEast, cellLimit, cellNorth, cellScale } from '../rows/cells.js';
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
import { payBucket } from '../rows/pay-buckets.js';
import { BLOCK_HEAD, POSTING_WORDS } from '../postings/posting-lists.js';
import { FIT } from '../scoring/weights.js';
import { FIRM, STRENGTH, WORTH } from '../skills/strength.js';
import type { Slices } from '../match-engine.js';
import type { Ask } from './ask.js';
import { AskedList } from './asked-list.js';
import type { Market } from './market.js';
import { type SkillSums, contractWanted, hoursWanted } from './judge.js';
import type { Pace } from './pace.js';
import { Services } from './services.js';
import { Stamps } from '../memory/stamps.js';
import { inOrder, needed } from './plan.js';
import { type Circumstances, steps, strictStep } from './vacancy-steps.js';

/** Candidates between two passes over rows, few enough to stay in the cache. */
const BATCH = 2048;
/** Rows touched before they are needed: a miss takes about as long as looking at so many. */
const AHEAD = 12;
/** Half a point of rounding, and a little for sums of floats. */
const ROUNDING = 0.5 + 1e-6;
const UNKNOWN_PAY = 7;

/** A vacancy held against everybody: scans postings by their hints, sieves rows by their skills, judges what is left. */
export class VacancySearch {
  private readonly asked: AskedList;
  private readonly services: Services;
  private readonly stamps = new Stamps();
  private readonly candidates = new Int32Array(BATCH + 1023 + AHEAD);
  private count = 0;
  private vacancy = 0;
  private stamp = 0;
  /** Rises in a search for the best few. */
  private threshold = 0;
  private needs = 0;
  private readonly sums: SkillSums = { held: 0, used: 0, enough: 0, confidence: 0 };
  // What a hint has to pass.
  private east = 0;
  private north = 0;
  private eastWeight = 0;
  private northWeight = 0;
  private readonly limits = new Int32Array(8);
  private contractMask = 0;
  private hoursMask = 0;
  private placeless = 0;
  private topBucket = 0;
  private payTop = 0;
  private circumstances: Circumstances = { most: 0, occupation: -1 };
  /** Kept so that the reads ahead are not optimised away. */
  touched = 0;

  constructor(private readonly market: Market) {
    this.asked = new AskedList(market.books.skills);
    this.services = new Services(market.books.skills);
  }

  /** Finds into `market.found`. Returns false when it was disturbed and has to start again. */
  *run(vacancy: number, ask: Ask, pace: Pace): Slices<boolean> {
    pace.begin();
    this.load(vacancy, ask);
    let unseen = this.circumstances.most;
    const { profilePostings: lists } = this.market;
    for (const step of this.plan(ask)) {
      if (unseen < this.threshold) break;
      for (const key of step.keys) {
        for (let block = lists.headOf(key); block !== 0; block = lists.arena.words[block]) {
          this.scan(block, pace);
          if (!pace.isBreathDue) continue;
          yield;
          if (!pace.goesOn()) return false;
        }
      }
      this.sieve(pace);
      unseen -= step.worth;
      if (ask.best < Infinity) this.raise(ask);
    }
    return true;
  }

  private plan(ask: Ask) {
    const { market, asked, circumstances } = this;
    if (ask.strict) return strictStep(asked, market);
    const ordered = inOrder(steps(asked, circumstances, market));
    return ask.best < Infinity ? ordered : needed(ordered, circumstances.most, this.threshold);
  }

  /** Nobody below the worst of the best so far can come in; who equals it may, by id. */
  private raise({ best }: Ask): void {
    this.threshold = Math.max(this.threshold, this.market.scores.worstOf(best));
  }

  private load(vacancy: number, ask: Ask): void {
    const { vacancies, found, scores } = this.market;
    found.clear();
    scores.clear();
    this.count = 0;
    this.vacancy = vacancy;
    this.threshold = ask.threshold;
    this.needs = ask.strict ? job.MUST_HAVE | job.REQUIRED : job.MUST_HAVE;
    this.asked.load(vacancies.asked(vacancy));
    this.services.load(this.asked);
    this.sums.enough = this.asked.enough;
    this.sums.confidence = this.asked.confidence;
    this.stamp = this.stamps.fresh(this.market.profiles.numbers.end);
    this.loadFilters(vacancy);
  }

  private loadFilters(vacancy: number): void {
    const { vacancies } = this.market;
    const flags = vacancies.words[vacancy * job.VACANCY_WORDS + job.FLAGS];
    const payTop = vacancies.payTop(vacancy);
    this.loadPlace(vacancy, flags);
    this.contractMask = contractWanted(flags) || ALWAYS;
    this.hoursMask = hoursWanted(flags) || ALWAYS;
    this.payTop = payTop ?? Infinity;
    this.topBucket = payTop === undefined ? UNKNOWN_PAY : payBucket(payTop);
    const occupation = vacancies.words[vacancy * job.VACANCY_WORDS + job.OCCUPATION];
    const around =
      ((flags & job.HAS_PLACE) === 0 ? 0 : FIT.distance) + (payTop === undefined ? 0 : FIT.salary) + ROUNDING;
    this.circumstances = { most: 0, occupation };
    const all = steps(this.asked, this.circumstances, this.market);
    this.circumstances = { occupation, most: around + all.reduce((sum, { worth }) => sum + worth, 0) };
  }

  private loadPlace(vacancy: number, flags: number): void {
    const { doubles } = this.market.vacancies;
    const latitude = doubles[vacancy * job.VACANCY_DOUBLES + job.LATITUDE];
    const longitude = doubles[vacancy * job.VACANCY_DOUBLES + job.LONGITUDE];
    const farthest = RADIUS_CLASSES_KM.at(-2) ?? 0;
    const scale = cellScale(latitude, farthest);
    this.east = cellEast(longitude);
    this.north = cellNorth(latitude);
    this.eastWeight = scale.east;
    this.northWeight = scale.north;
    const hasPlace = (flags & job.HAS_PLACE) !== 0;
    RADIUS_CLASSES_KM.forEach((km, at) => {
      this.limits[at] = hasPlace ? cellLimit(km, scale) : -1;
    });
    this.placeless =
      (flags & job.IS_NATIONWIDE) !== 0 ? ALWAYS : (flags & job.IS_REMOTE) !== 0 ? WANTS_REMOTE : 0;
  }

  /** Takes from a block of postings those whose hint lets them through. */
  private scan(block: number, pace: Pace): void {
    const { words } = this.market.profilePostings.arena;
    const { east, north, eastWeight, northWeight, limits, contractMask, hoursMask, placeless, topBucket } =
      this;
    const { candidates } = this;
    const end = block + (words[block + 1] & 0xffff);
    let count = this.count;
    for (let at = block + BLOCK_HEAD; at < end; at += POSTING_WORDS) {
      const hint = words[at + 1];
      // Nine bits each, the difference signed: the grid repeats.
      const dx = ((hint - east) << 23) >> 23;
      const dy = (((hint >>> NORTH_SHIFT) - north) << 23) >> 23;
      const isFar = dx * dx * eastWeight + dy * dy * northWeight > limits[(hint >>> RADIUS_SHIFT) & 7];
      if (isFar && (hint & placeless) === 0) continue;
      if ((hint & contractMask) === 0 || (hint & hoursMask) === 0) continue;
      if (((hint >>> PAY_SHIFT) & 7) > topBucket) continue;
      candidates[count++] = words[at];
    }
    this.count = count;
    pace.spend((end - block) >> 1, 0);
    if (count >= BATCH) this.sieve(pace);
  }

  /** Looks at the rows of the candidates; who may reach the threshold is judged. */
  private sieve(pace: Pace): void {
    const { candidates, count, stamp, contractMask, hoursMask, payTop, services } = this;
    const { profiles } = this.market;
    const { marks } = this.stamps;
    const { words, doubles } = profiles;
    for (let n = 0; n < AHEAD; n++) candidates[count + n] = 0;
    let touched = 0;
    let seen = 0;
    for (let n = 0; n < count; n++) {
      const ahead = candidates[n + AHEAD] * person.PROFILE_WORDS;
      touched ^= words[ahead + person.HINT] ^ words[ahead + person.SKILLS];
      const row = candidates[n];
      if (marks[row] === stamp) continue;
      marks[row] = stamp;
      seen++;
      const base = row * person.PROFILE_WORDS;
      const hint = words[base + person.HINT];
      if ((hint & contractMask) === 0 || (hint & hoursMask) === 0) continue;
      if (doubles[base / 2 + person.MINIMUM_PAY] > payTop) continue;
      const flags = words[base + person.FLAGS];
      if ((flags & person.IS_SPILLED) === 0) {
        services.serve(words, base + person.SKILLS, flags & person.SKILL_COUNT);
      } else {
        const held = profiles.skills(row);
        services.serve(held.words, held.from, held.count);
      }
      this.judge(row);
    }
    this.touched ^= touched;
    this.count = 0;
    pace.spend(0, seen);
  }

  private judge(profile: number): void {
    const { sums, market, services } = this;
    if (!this.sumUp()) return;
    const score = market.judge.score(profile, this.vacancy, sums, this.threshold);
    if (score < 0) return;
    market.judge.complete(profile, this.vacancy, sums);
    market.found.add(profile, this.vacancy, profile, score, market.judge, services.best);
    market.scores.count(score);
  }

  /** Sums in the order of the list, as everybody does: floats add up differently in another. False without a must-have. */
  private sumUp(): boolean {
    const { asked, services, needs, sums } = this;
    const { best } = services;
    let held = 0;
    let used = 0;
    for (let n = 0; n < asked.count; n++) {
      const rank = best[n];
      if (rank < FIRM && (asked.words[n] & needs) !== 0) return false;
      held += asked.weights[n] * STRENGTH[rank];
      used += asked.weights[n] * WORTH[rank];
    }
    sums.held = held;
    sums.used = used;
    return true;
  }
}
