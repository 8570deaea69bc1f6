import type { Desk } from '../loops/desk.js';
import { grown } from '../memory/grown.js';
import { MOST_WORDS } from '../memory/limits.js';
import { NumberList } from '../memory/number-list.js';
import { heldKey } from '../postings/keys.js';
import { ROW_BITS, ROW_MASK } from '../postings/posting.js';
import { ANYWHERE, NOWHERE, cellLimit, cellScale, squaredCells } from '../rows/cells.js';
import { LEVELS, LEVEL_BITS, OCCUPATION_CODES, codesOfClose } from '../rows/profile-code.js';
import {
  CONTRACT,
  GUARDS,
  HOURS,
  MODESTY,
  RADIUS_CLASSES_KM,
  RADIUS_SHIFT,
  WANTS_REMOTE,
  WIDEST_OF_TIER,
} from '../rows/profile-hint.js';
import * as person from '../rows/profile-row.js';
import { MOST_BUCKET, payBucket } from '../rows/pay-buckets.js';
import { EITHER_HOURS } from '../rows/open-vacancy.js';
import * as job from '../rows/vacancy-row.js';
import { FIT } from '../scoring/weights.js';
import { ANSWER, PAY_POINTS } from '../scoring/points.js';
import { RANK, STRENGTH, isFirm } from '../skills/strength.js';
import { distanceBound } from './distance-bound.js';
import { HintFilter } from './hint-filter.js';
import type { Market } from './market.js';
import type { NeededSkills } from './needed-skills.js';
import type { Step } from './plan.js';
import { Scan, type Weighing } from './scan.js';
import { fine } from './tally.js';

/** The last class has no end; the one before it is the widest that a cell can say anything about. */
const WIDEST_KM = RADIUS_CLASSES_KM.at(-2) ?? 0;

/** One vacancy's filters against postings of people, and what each of them could score by these. */
export class VacancyScan extends Scan {
  private readonly territories = new NumberList();
  private payTop = 0;
  /** Not where everybody is wanted, whatever they could score. */
  private countsPoints = true;
  /** Points in fine steps: of each skill by level, of the occupation by code, of the pay by modesty. */
  private skillPoints = new Int32Array(8 * LEVELS);
  private readonly occupationPoints = new Int32Array(OCCUPATION_CODES);
  private readonly payPoints = new Int32Array(MOST_BUCKET + 1);
  /** Kept so that the reads ahead are not optimised away. */
  touched = 0;

  constructor(
    private readonly market: Market,
    private readonly needed: NeededSkills,
    weighing: Weighing,
  ) {
    super(market.profilePostings, market.profileWorkplace, new HintFilter(GUARDS), weighing);
  }

  /** The vacancy's filters; before `gather`. */
  aim(vacancy: number): void {
    const { vacancies } = this.market;
    const flags = vacancies.words[vacancy * job.VACANCY_WORDS + job.FLAGS];
    this.filter.gate.open();
    this.loadTerms(flags);
    this.loadPay(vacancy);
    this.loadPlace(vacancy, flags);
  }

  /** Gets ready to read what was gathered, which leaves `spare` points unread. */
  load(vacancy: number, plan: readonly Step[], spare: number): void {
    this.countsPoints = this.weighing.least() > 0;
    if (this.countsPoints) this.loadPoints(vacancy, plan);
    this.begin(spare);
  }

  /** Gathers a plan's lists, each marked with where its topic's points begin. */
  gather(plan: readonly Step[]): void {
    this.blocks.clear();
    let mark = 0;
    for (const { topics } of plan) {
      for (const { key } of topics) {
        this.gatherList(key, mark);
        mark += LEVELS;
      }
    }
  }

  /** Gathers the lists of who has a skill, itself or as something narrower, whatever it is worth. */
  gatherFirm(skill: number): void {
    this.blocks.clear();
    this.gatherList(heldKey(skill), 0);
    for (const near of this.market.books.skills.standInsFor(skill))
      if (isFirm(near)) this.gatherList(heldKey(near >> 2), 0);
  }

  private gatherList(key: number, mark: number): void {
    this.postings.gather(key, this.territories, this.blocks.heads);
    this.blocks.mark(mark);
  }

  private loadPoints(vacancy: number, plan: readonly Step[]): void {
    const { vacancies } = this.market;
    this.loadSkillPoints(plan);
    this.loadOccupationPoints(vacancies.words[vacancy * job.VACANCY_WORDS + job.OCCUPATION]);
    this.loadPayPoints(vacancies.payTop(vacancy), vacancies.payBottom(vacancy));
  }

  private loadSkillPoints(plan: readonly Step[]): void {
    let mark = 0;
    for (const { topics, points } of plan) {
      for (const { nearness } of topics) {
        this.skillPoints = grown(this.skillPoints, mark + LEVELS, MOST_WORDS, 'topics');
        for (let level = 0; level < LEVELS; level++)
          this.skillPoints[mark + level] = fine(points * STRENGTH[RANK[(level << 2) | nearness]]);
        mark += LEVELS;
      }
    }
  }

  protected addUp(desk: Desk, words: Int32Array): void {
    this.needed.sift(this.workplace, words);
    if (this.countsPoints) this.addPoints(desk, words);
    else this.takeAll(desk, words);
  }

  private takeAll({ places, passed }: Desk, words: Int32Array): void {
    const { tally } = this;
    for (let n = 0; n < passed; n++) tally.add(words[places[n]] & ROW_MASK, 0, 0);
  }

  private addPoints({ places, marks, passed }: Desk, words: Int32Array): void {
    const { limits, around } = this.filter;
    const { cell, eastWeight, northWeight } = around;
    const { skillPoints, occupationPoints, payPoints, tally } = this;
    for (let n = 0; n < passed; n++) {
      const word = words[places[n]];
      const bits = words[places[n] + 1];
      const squared = squaredCells(bits, cell, eastWeight, northWeight);
      const near = ~((limits[(bits >>> RADIUS_SHIFT) & 7] - squared) >> 31);
      const code = word >>> ROW_BITS;
      const pay = payPoints[(bits >>> MODESTY.shift) & MOST_BUCKET];
      const base = occupationPoints[code >>> LEVEL_BITS] + pay + (distanceBound(squared) & near);
      tally.add(word & ROW_MASK, skillPoints[marks[n] + (code & (LEVELS - 1))], base);
    }
  }

  protected lookAt(from: number, end: number): void {
    const { rows } = this.ranking;
    const { payTop } = this;
    const { mask, sum } = this.filter.gate;
    const { words, doubles } = this.market.profiles;
    let touched = 0;
    for (let n = from; n < end; n++) {
      const base = rows[n] * person.PROFILE_WORDS;
      touched ^= words[base + person.HINT] ^ words[base + person.SKILLS];
    }
    this.touched ^= touched;
    for (let n = from; n < end; n++) {
      const row = rows[n];
      const bits = words[row * person.PROFILE_WORDS + person.HINT];
      if (((sum - (bits & mask)) & GUARDS) !== 0) continue;
      if (doubles[row * person.PROFILE_DOUBLES + person.MINIMUM_PAY] <= payTop) this.weighing.weigh(row);
    }
  }

  private loadTerms(flags: number): void {
    const contract = (flags >> job.CONTRACT_SHIFT) & job.CONTRACT_BITS;
    const hours = flags & job.HOURS_BITS;
    if (contract !== 0) this.filter.gate.oneOf(CONTRACT, contract);
    if (hours !== 0 && hours !== EITHER_HOURS) this.filter.gate.oneOf(HOURS, hours);
  }

  private loadPay(vacancy: number): void {
    const top = this.market.vacancies.payTop(vacancy);
    this.payTop = top ?? Infinity;
    if (top !== undefined) this.filter.gate.atLeast(MODESTY, MOST_BUCKET - payBucket(top));
  }

  private loadPayPoints(top: number | undefined, bottom: number | undefined): void {
    const bottomBucket = bottom === undefined ? -1 : payBucket(bottom);
    for (let bucket = 0; bucket <= MOST_BUCKET; bucket++) {
      const answer = bucket <= bottomBucket ? ANSWER.meets : ANSWER.meetsAtTop;
      this.payPoints[MOST_BUCKET - bucket] = top === undefined ? 0 : fine(PAY_POINTS[answer]);
    }
  }

  private loadPlace(vacancy: number, flags: number): void {
    const { vacancies } = this.market;
    const { filter } = this;
    const latitude = vacancies.latitude(vacancy);
    const scale = cellScale(latitude, WIDEST_KM);
    filter.lookFrom(latitude, vacancies.longitude(vacancy), scale);
    const hasPlace = (flags & job.HAS_PLACE) !== 0;
    const isNationwide = (flags & job.IS_NATIONWIDE) !== 0;
    filter.placeless = (flags & job.IS_REMOTE) !== 0 ? WANTS_REMOTE : 0;
    for (let n = 0; n < RADIUS_CLASSES_KM.length; n++) {
      const limit = hasPlace ? cellLimit(RADIUS_CLASSES_KM[n], scale) : NOWHERE;
      filter.limits[n] = isNationwide ? ANYWHERE : limit;
    }
    const { territories } = this.postings;
    if (filter.placeless !== 0 || isNationwide) territories.all(this.territories);
    else {
      const limits = WIDEST_OF_TIER.map((widest) => filter.limits[widest]);
      territories.reached(filter.around, limits, this.territories);
    }
  }

  private loadOccupationPoints(occupation: number): void {
    const { occupations } = this.market.books;
    this.occupationPoints.fill(0);
    for (const code of codesOfClose(occupation, occupations))
      this.occupationPoints[code] = fine(FIT.occupation);
  }
}
