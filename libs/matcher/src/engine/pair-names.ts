import type { PairMatch, SkillGain, Slices } from '../match-engine.js';
import type { Subjects } from '../names/subjects.js';
import { compareUuids } from '../names/uuid.js';
import * as person from '../rows/profile-row.js';
import * as job from '../rows/vacancy-row.js';
import { ID, OTHER, SCORE } from '../scoring/pair-layout.js';
import type { Market } from '../search/market.js';
import type { BestFew } from '../search/best-few.js';
import { FoundProfile, FoundVacancy, type Named } from '../search/packed-pair.js';
import type { Pace } from '../search/pace.js';
import { sortedInSlices } from '../search/sorted-in-slices.js';

/** What naming a pair costs, in postings scanned. */
const NAMING = 400;

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
    return yield* this.pairs(best, pace, others, (packed, at, subject) => {
      const profile = packed[at + OTHER];
      const found = {
        oddId: this.profiles.oddIdOf(subject),
        revision: this.profiles.revisionOf(subject),
        partition: this.profiles.partitionOf(subject),
        alert: packed[at + SCORE] >= this.thresholdOf(profile),
        visible: this.isShown(profile, employer),
        yearly,
      };
      return new FoundProfile(packed, at, vacancy, found, books);
    });
  }

  *ofProfile(row: number, best: number, pace: Pace): Slices<PairMatch[] | undefined> {
    const { profiles, vacancies, books } = this.market;
    const profile = this.named(this.profiles, profiles.subjectOf(row));
    const partition = this.profiles.partitionOf(profiles.subjectOf(row));
    const threshold = this.thresholdOf(row);
    const others = { subjects: this.vacancies, rows: vacancies };
    return yield* this.pairs(best, pace, others, (packed, at, subject) => {
      const vacancy = packed[at + OTHER];
      const found = {
        oddId: this.vacancies.oddIdOf(subject),
        revision: this.vacancies.revisionOf(subject),
        partition,
        alert: packed[at + SCORE] >= threshold,
        visible: this.isShown(row, this.employerOf(vacancy)),
        yearly: this.yearlyOf(vacancy),
      };
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
    others: Others,
    pairOf: (packed: Int32Array, at: number, subject: number) => PairMatch,
  ): Slices<PairMatch[] | undefined> {
    const { found, scores } = this.market;
    const packed = found.words;
    const byScore = this.byScore(packed, scores.worstOf(best), others);
    const compare = comparison(packed, others);
    const pairs: PairMatch[] = [];
    for (const equals of byScore.toReversed()) {
      if (equals === undefined) continue;
      const sorted = yield* sortedInSlices(equals, compare, pace);
      if (sorted === undefined) return undefined;
      for (const at of sorted) {
        if (pairs.length === best) break;
        pairs.push(pairOf(packed, at, others.rows.subjectOf(packed[at + OTHER])));
        pace.spend(NAMING);
        if (pace.isDue && !(yield* pace.breathe())) return undefined;
      }
    }
    pace.found(pairs.length);
    return pairs;
  }

  /** Where the pairs stand, by score, so that only equals are compared; each with its id written to it. */
  private byScore(packed: Int32Array, least: number, { subjects, rows }: Others): (number[] | undefined)[] {
    const byScore: (number[] | undefined)[] = [];
    const { offsets } = this.market.found;
    subjects.touch(offsets.map((at) => rows.subjectOf(packed[at + OTHER])));
    for (const at of offsets) {
      const score = packed[at + SCORE];
      if (score < least) continue;
      subjects.writeId(rows.subjectOf(packed[at + OTHER]), packed, at + ID);
      (byScore[score] ??= []).push(at);
    }
    return byScore;
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

  private thresholdOf(profile: number): number {
    return (
      this.market.profiles.words[profile * person.PROFILE_WORDS + person.FLAGS] >>> person.THRESHOLD_SHIFT
    );
  }

  private isShown(profile: number, employer: number): boolean {
    const { profiles } = this.market;
    const flags = profiles.words[profile * person.PROFILE_WORDS + person.FLAGS];
    return (flags & person.IS_VISIBLE) !== 0 && !profiles.hidesFrom(profile, employer);
  }
}

/** By the ids of what was found, in code units. */
function comparison(packed: Int32Array, { subjects, rows }: Others): (a: number, b: number) => number {
  if (subjects.areUuids) return (a, b) => compareUuids(packed, a + ID, packed, b + ID);
  const idAt = (at: number): string => subjects.idOf(rows.subjectOf(packed[at + OTHER]));
  return (a, b) => (idAt(a) < idAt(b) ? -1 : 1);
}
