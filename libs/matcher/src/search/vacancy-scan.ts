import { grown } from '../memory/grown.js';
import { MOST_WORDS } from '../memory/limits.js';
import { NumberList } from '../memory/number-list.js';
import { BLOCK_HEAD } from '../postings/posting-lists.js';
import { POSTING_WORDS, ROW_BITS, ROW_MASK } from '../postings/posting.js';
import { NOWHERE, cellEast, cellLimit, cellNorth, cellScale } from '../rows/cells.js';
import { LEVELS, LEVEL_BITS, OCCUPATION_CODES, codesOfClose } from '../rows/profile-code.js';
import {
  ALWAYS,
  NORTH_SHIFT,
  PAY_SHIFT,
  RADIUS_CLASSES_KM,
  RADIUS_SHIFT,
  WANTS_REMOTE,
  WIDEST_OF_TIER,
} from '../rows/profile-hint.js';
import * as person from '../rows/profile-row.js';
import { payBucket } from '../rows/pay-buckets.js';
import { PAY_BUCKETS, UNKNOWN_PAY } from '../rows/vacancy-hint.js';
import * as job from '../rows/vacancy-row.js';
import { FIT } from '../scoring/weights.js';
import { ANSWER, PAY_POINTS } from '../scoring/points.js';
import { RANK, STRENGTH } from '../skills/strength.js';
import { allBitsIf, allBitsIfBelow } from './bits.js';
import { distanceBound } from './distance-bound.js';
import type { Market } from './market.js';
import { contractWanted, hoursWanted } from './offers.js';
import type { NeededSkills } from './needed-skills.js';
import type { Pace } from './pace.js';
import type { Step } from './plan.js';
import { Scan, type Weighing } from './scan.js';
import { fine } from './tally.js';

/** The last class has no end; the one before it is the widest that a cell can say anything about. */
const WIDEST_KM = RADIUS_CLASSES_KM.at(-2) ?? 0;

/** One vacancy's filters against postings of people, and what each of them could score by these. */
export class VacancyScan extends Scan {
  private readonly territories = new NumberList();
  private readonly around = { east: 0, north: 0, eastWeight: 0, northWeight: 0 };
  /** By radius class. */
  private readonly limits = new Int32Array(RADIUS_CLASSES_KM.length);
  private contractMask = 0;
  private hoursMask = 0;
  private placeless = 0;
  private topBucket = 0;
  private payTop = 0;
  /** Points in fine steps: of each skill by level, of the occupation by code, of the pay by what is asked. */
  private skillPoints = new Int32Array(8 * LEVELS);
  private readonly occupationPoints = new Int32Array(OCCUPATION_CODES);
  private readonly payPoints = new Int32Array(PAY_BUCKETS);
  /** Kept so that the reads ahead are not optimised away. */
  touched = 0;

  constructor(
    private readonly market: Market,
    private readonly needed: NeededSkills,
    weighing: Weighing,
  ) {
    super(market.profilePostings, weighing);
  }

  /** Gets ready to read a plan, which leaves `spare` points unread. */
  load(vacancy: number, plan: readonly Step[], spare: number): void {
    const { vacancies } = this.market;
    const flags = vacancies.words[vacancy * job.VACANCY_WORDS + job.FLAGS];
    this.contractMask = contractWanted(flags) || ALWAYS;
    this.hoursMask = hoursWanted(flags) || ALWAYS;
    this.loadPay(vacancy);
    this.loadPlace(vacancy, flags);
    this.loadOccupation(vacancies.words[vacancy * job.VACANCY_WORDS + job.OCCUPATION]);
    this.open(plan);
    this.begin(spare);
  }

  /** Gathers the blocks, each marked with where its skill's points begin. */
  private open(plan: readonly Step[]): void {
    this.blocks.clear();
    let mark = 0;
    for (const { topics, points } of plan) {
      for (const { key, nearness } of topics) {
        this.postings.gather(key, this.territories, this.blocks.lists);
        this.blocks.mark(mark);
        this.skillPoints = grown(this.skillPoints, mark + LEVELS, MOST_WORDS, 'topics');
        for (let level = 0; level < LEVELS; level++)
          this.skillPoints[mark + level] = fine(points * STRENGTH[RANK[(level << 2) | nearness]]);
        mark += LEVELS;
      }
    }
  }

  protected scan(block: number, mark: number, words: Int32Array, pace: Pace): void {
    const { east, north, eastWeight, northWeight } = this.around;
    const { limits, contractMask, hoursMask, placeless, topBucket } = this;
    const { places, marks } = this.passed;
    const end = this.blocks.touchRest(block, words);
    let { count } = this.passed;
    for (let at = block + BLOCK_HEAD; at < end; at += POSTING_WORDS) {
      const bits = words[at + 1];
      // Nine bits each, the difference signed: the grid repeats.
      const dx = ((bits - east) << 23) >> 23;
      const dy = (((bits >>> NORTH_SHIFT) - north) << 23) >> 23;
      const squared = Math.imul(Math.imul(dx, dx), eastWeight) + Math.imul(Math.imul(dy, dy), northWeight);
      const far = allBitsIfBelow(limits[(bits >>> RADIUS_SHIFT) & 7], squared);
      places[count] = at;
      marks[count] = mark;
      // Less -1 where it passes.
      count -=
        (~far | allBitsIf(bits & placeless)) &
        allBitsIf(bits & contractMask) &
        allBitsIf(bits & hoursMask) &
        ~allBitsIfBelow(topBucket, (bits >>> PAY_SHIFT) & 7);
    }
    this.passed.count = count;
    pace.scanned((end - block - BLOCK_HEAD) / POSTING_WORDS);
  }

  protected addUp(words: Int32Array): void {
    const { east, north, eastWeight, northWeight } = this.around;
    const { limits, skillPoints, occupationPoints, payPoints, tally } = this;
    this.needed.sift(this.passed, words);
    const { places, marks, count } = this.passed;
    for (let n = 0; n < count; n++) {
      const word = words[places[n]];
      const bits = words[places[n] + 1];
      const dx = ((bits - east) << 23) >> 23;
      const dy = (((bits >>> NORTH_SHIFT) - north) << 23) >> 23;
      const squared = Math.imul(Math.imul(dx, dx), eastWeight) + Math.imul(Math.imul(dy, dy), northWeight);
      const near = ~allBitsIfBelow(limits[(bits >>> RADIUS_SHIFT) & 7], squared);
      const code = word >>> ROW_BITS;
      const pay = payPoints[(bits >>> PAY_SHIFT) & 7];
      const base = occupationPoints[code >>> LEVEL_BITS] + pay + (distanceBound(squared) & near);
      tally.add(word & ROW_MASK, skillPoints[marks[n] + (code & (LEVELS - 1))], base);
    }
    this.passed.count = 0;
  }

  protected lookAt(from: number, end: number): void {
    const { ranked } = this.tally;
    const { contractMask, hoursMask, payTop } = this;
    const { words, doubles } = this.market.profiles;
    let touched = 0;
    for (let n = from; n < end; n++) {
      const base = ranked[n] * person.PROFILE_WORDS;
      touched ^= words[base + person.HINT] ^ words[base + person.SKILLS];
    }
    this.touched ^= touched;
    for (let n = from; n < end; n++) {
      const row = ranked[n];
      const bits = words[row * person.PROFILE_WORDS + person.HINT];
      if ((bits & contractMask) === 0 || (bits & hoursMask) === 0) continue;
      if (doubles[row * person.PROFILE_DOUBLES + person.MINIMUM_PAY] <= payTop) this.weighing.weigh(row);
    }
  }

  private loadPay(vacancy: number): void {
    const { vacancies } = this.market;
    const [top, bottom] = [vacancies.payTop(vacancy), vacancies.payBottom(vacancy)];
    this.payTop = top ?? Infinity;
    this.topBucket = top === undefined ? UNKNOWN_PAY : payBucket(top);
    const bottomBucket = bottom === undefined ? -1 : payBucket(bottom);
    for (let bucket = 0; bucket < PAY_BUCKETS; bucket++) {
      const answer = bucket <= bottomBucket ? ANSWER.meets : ANSWER.meetsAtTop;
      this.payPoints[bucket] = top === undefined ? 0 : fine(PAY_POINTS[answer]);
    }
  }

  private loadPlace(vacancy: number, flags: number): void {
    const { vacancies } = this.market;
    const latitude = vacancies.latitude(vacancy);
    const scale = cellScale(latitude, WIDEST_KM);
    this.around.east = cellEast(vacancies.longitude(vacancy));
    this.around.north = cellNorth(latitude);
    this.around.eastWeight = scale.east;
    this.around.northWeight = scale.north;
    const hasPlace = (flags & job.HAS_PLACE) !== 0;
    for (let n = 0; n < RADIUS_CLASSES_KM.length; n++)
      this.limits[n] = hasPlace ? cellLimit(RADIUS_CLASSES_KM[n], scale) : NOWHERE;
    const remote = (flags & job.IS_REMOTE) !== 0 ? WANTS_REMOTE : 0;
    this.placeless = (flags & job.IS_NATIONWIDE) !== 0 ? ALWAYS : remote;
    const { territories } = this.postings;
    if (this.placeless !== 0) territories.all(this.territories);
    else
      territories.reached(
        this.around,
        WIDEST_OF_TIER.map((widest) => this.limits[widest]),
        this.territories,
      );
  }

  private loadOccupation(occupation: number): void {
    const { occupations } = this.market.books;
    this.occupationPoints.fill(0);
    for (const code of codesOfClose(occupation, occupations))
      this.occupationPoints[code] = fine(FIT.occupation);
  }
}
