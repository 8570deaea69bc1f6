import type { PairMatch, SkillGain, Slices } from '../match-engine.js';
import type { Subjects } from '../names/subjects.js';
import * as person from '../rows/profile-row.js';
import * as job from '../rows/vacancy-row.js';
import { PackedFacts } from '../scoring/packed-facts.js';
import { OTHER, SCORE } from '../scoring/pair-layout.js';
import type { Market } from '../search/market.js';
import type { BestFew } from '../search/best-few.js';
import { PackedPair } from '../search/packed-pair.js';
import type { Pace } from '../search/pace.js';
import { sortedInSlices } from '../search/sorted-in-slices.js';

/** What naming a pair costs, in postings scanned. */
const NAMING = 400;

interface NamedVacancy {
  readonly id: string;
  readonly revision: number;
  readonly employer: number;
  /** The top of the pay, in whole pounds a year. */
  readonly yearly: number | undefined;
}

interface NamedProfile {
  readonly row: number;
  readonly id: string;
  readonly revision: number;
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
    const vacancy = this.vacancyNamed(row);
    return yield* this.named(
      best,
      pace,
      (pair) => pair.profileId,
      { subjects: this.profiles, rows: this.market.profiles },
      (packed, at) => this.pair(packed, at, vacancy, this.profileNamed(packed[at + OTHER])),
    );
  }

  *ofProfile(row: number, best: number, pace: Pace): Slices<PairMatch[] | undefined> {
    const profile = this.profileNamed(row);
    return yield* this.named(
      best,
      pace,
      (pair) => pair.vacancyId,
      { subjects: this.vacancies, rows: this.market.vacancies },
      (packed, at) => this.pair(packed, at, this.vacancyNamed(packed[at + OTHER]), profile),
    );
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
  private *named(
    best: number,
    pace: Pace,
    idOf: (pair: PackedPair) => string,
    others: Others,
    name: (packed: Int32Array, at: number) => PackedPair,
  ): Slices<PairMatch[] | undefined> {
    const { found, scores } = this.market;
    const packed = found.take();
    const least = scores.worstOf(best);
    // By score at once, so that only equals are compared.
    const byScore: PackedPair[][] = [];
    others.subjects.touch(found.offsets.map((at) => others.rows.subjectOf(packed[at + OTHER])));
    for (const at of found.offsets) {
      const score = packed[at + SCORE];
      if (score < least) continue;
      (byScore[score] ??= []).push(name(packed, at));
      pace.spend(NAMING);
      if (pace.isDue && !(yield* pace.breathe())) return undefined;
    }
    return yield* this.inOrder(byScore, best, pace, (a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  }

  private *inOrder(
    byScore: readonly (readonly PackedPair[] | undefined)[],
    best: number,
    pace: Pace,
    compare: (a: PackedPair, b: PackedPair) => number,
  ): Slices<PairMatch[] | undefined> {
    const ordered: PairMatch[] = [];
    for (let score = byScore.length - 1; score >= 0 && ordered.length < best; score--) {
      const equals = byScore[score];
      if (equals === undefined) continue;
      const sorted = yield* sortedInSlices(equals, compare, pace);
      if (sorted === undefined) return undefined;
      for (const pair of sorted) ordered.push(pair);
    }
    if (ordered.length > best) ordered.length = best;
    pace.found(ordered.length);
    return ordered;
  }

  private vacancyNamed(row: number): NamedVacancy {
    const { vacancies } = this.market;
    const subject = vacancies.subjectOf(row);
    const top = vacancies.payTop(row);
    return {
      id: this.vacancies.idOf(subject),
      revision: this.vacancies.revisionOf(subject),
      employer: vacancies.words[row * job.VACANCY_WORDS + job.EMPLOYER],
      yearly: top === undefined ? undefined : Math.round(top),
    };
  }

  private profileNamed(row: number): NamedProfile {
    const { profiles } = this.market;
    const subject = profiles.subjectOf(row);
    const flags = profiles.words[row * person.PROFILE_WORDS + person.FLAGS];
    return {
      row,
      id: this.profiles.idOf(subject),
      revision: this.profiles.revisionOf(subject),
      partition: this.profiles.partitionOf(subject),
      alertThreshold: flags >>> person.THRESHOLD_SHIFT,
      visible: (flags & person.IS_VISIBLE) !== 0,
    };
  }

  private pair(packed: Int32Array, at: number, vacancy: NamedVacancy, profile: NamedProfile): PackedPair {
    const score = packed[at + SCORE];
    const parts = {
      vacancyId: vacancy.id,
      vacancyRevision: vacancy.revision,
      profileId: profile.id,
      profileRevision: profile.revision,
      partition: profile.partition,
      score,
      alert: score >= profile.alertThreshold,
      visible: profile.visible && !this.market.profiles.hidesFrom(profile.row, vacancy.employer),
    };
    return new PackedPair(parts, new PackedFacts(packed, at, vacancy.yearly), this.market.books);
  }
}
