import type { PairMatch, SkillGain, Slices } from '../match-engine.js';
import type { Subjects } from '../names/subjects.js';
import * as person from '../rows/profile-row.js';
import * as job from '../rows/vacancy-row.js';
import { ID, OTHER, SCORE } from '../scoring/pair-layout.js';
import type { Market } from '../search/market.js';
import type { BestFew } from '../search/best-few.js';
import {
  type FoundPair,
  FoundProfile,
  FoundVacancy,
  type Named,
  compareFound,
} from '../search/packed-pair.js';
import type { Pace } from '../search/pace.js';
import { sortedInSlices } from '../search/sorted-in-slices.js';

/** What naming a pair costs, in postings scanned. */
const NAMING = 400;

/** What decides between the sides of a pair beside the score. */
interface AlertOf {
  readonly row: number;
  readonly partition: number;
  readonly alertThreshold: number;
  readonly visible: boolean;
}

/** The side that was searched. */
interface Others {
  readonly subjects: Subjects;
  readonly rows: { subjectOf(row: number): number };
}

/** Gives what a search found the names, revisions and order of the outside. */
export class PairNames {
  constructor(
    private readonly market: Market,
    private readonly vacancies: Subjects,
    private readonly profiles: Subjects,
  ) {}

  /** Undefined when it was disturbed. */
  *ofVacancy(row: number, best: number, pace: Pace): Slices<PairMatch[] | undefined> {
    const { profiles, vacancies, books } = this.market;
    const vacancy = this.named(this.vacancies, vacancies.subjectOf(row));
    const employer = this.employerOf(row);
    const yearly = this.yearlyOf(row);
    const others = { subjects: this.profiles, rows: profiles };
    return yield* this.pairs(best, pace, others, (packed, at, subject, oddId) => {
      const alertOf = this.alertOf(packed[at + OTHER], subject);
      const shown = this.shown(alertOf, employer, packed[at + SCORE]);
      const revision = this.profiles.revisionOf(subject);
      return new FoundProfile(packed, at, vacancy, { oddId, revision, yearly, ...shown }, books);
    });
  }

  *ofProfile(row: number, best: number, pace: Pace): Slices<PairMatch[] | undefined> {
    const { profiles, vacancies, books } = this.market;
    const profile = this.named(this.profiles, profiles.subjectOf(row));
    const alertOf = this.alertOf(row, profiles.subjectOf(row));
    const others = { subjects: this.vacancies, rows: vacancies };
    return yield* this.pairs(best, pace, others, (packed, at, subject, oddId) => {
      const vacancy = packed[at + OTHER];
      const shown = this.shown(alertOf, this.employerOf(vacancy), packed[at + SCORE]);
      const revision = this.vacancies.revisionOf(subject);
      const found = { oddId, revision, yearly: this.yearlyOf(vacancy), ...shown };
      return new FoundVacancy(packed, at, profile, found, books);
    });
  }

  gain(skill: string, found: BestFew, best: number): SkillGain {
    const vacancies = found.rows().map(({ row, score }) => {
      const subject = this.market.vacancies.subjectOf(row);
      const vacancyId = this.vacancies.idOf(subject);
      return { vacancyId, vacancyRevision: this.vacancies.revisionOf(subject), score };
    });
    const ordered = vacancies.toSorted((a, b) => b.score - a.score || (a.vacancyId < b.vacancyId ? -1 : 1));
    return { skill, count: found.count, best: ordered.slice(0, best) };
  }

  /** Best first, ties by the other side's id in code units. */
  private *pairs(
    best: number,
    pace: Pace,
    { subjects, rows }: Others,
    pairOf: (packed: Int32Array, at: number, subject: number, oddId: string | undefined) => FoundPair,
  ): Slices<PairMatch[] | undefined> {
    const { found, scores } = this.market;
    const packed = found.take();
    const least = scores.worstOf(best);
    // By score at once, so that only equals are compared.
    const byScore: FoundPair[][] = [];
    subjects.touch(found.offsets.map((at) => rows.subjectOf(packed[at + OTHER])));
    for (const at of found.offsets) {
      const score = packed[at + SCORE];
      if (score < least) continue;
      const subject = rows.subjectOf(packed[at + OTHER]);
      const oddId = subjects.writeId(subject, packed, at + ID);
      (byScore[score] ??= []).push(pairOf(packed, at, subject, oddId));
      pace.spend(NAMING);
      if (pace.isDue && !(yield* pace.breathe())) return undefined;
    }
    return yield* this.inOrder(byScore, best, pace);
  }

  private *inOrder(
    byScore: readonly (readonly FoundPair[] | undefined)[],
    best: number,
    pace: Pace,
  ): Slices<PairMatch[] | undefined> {
    const ordered: PairMatch[] = [];
    for (let score = byScore.length - 1; score >= 0 && ordered.length < best; score--) {
      const equals = byScore[score];
      if (equals === undefined) continue;
      const sorted = yield* sortedInSlices(equals, compareFound, pace);
      if (sorted === undefined) return undefined;
      for (const pair of sorted) ordered.push(pair);
    }
    if (ordered.length > best) ordered.length = best;
    pace.found(ordered.length);
    return ordered;
  }

  private named(subjects: Subjects, subject: number): Named {
    return { id: subjects.idOf(subject), revision: subjects.revisionOf(subject) };
  }

  private employerOf(vacancy: number): number {
    return this.market.vacancies.words[vacancy * job.VACANCY_WORDS + job.EMPLOYER];
  }

  private yearlyOf(vacancy: number): number | undefined {
    const top = this.market.vacancies.payTop(vacancy);
    return top === undefined ? undefined : Math.round(top);
  }

  private alertOf(row: number, subject: number): AlertOf {
    const flags = this.market.profiles.words[row * person.PROFILE_WORDS + person.FLAGS];
    return {
      row,
      partition: this.profiles.partitionOf(subject),
      alertThreshold: flags >>> person.THRESHOLD_SHIFT,
      visible: (flags & person.IS_VISIBLE) !== 0,
    };
  }

  private shown({ row, partition, alertThreshold, visible }: AlertOf, employer: number, score: number) {
    return {
      partition,
      alert: score >= alertThreshold,
      visible: visible && !this.market.profiles.hidesFrom(row, employer),
    };
  }
}
