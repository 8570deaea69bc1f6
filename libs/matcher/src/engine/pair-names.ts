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
  *ofVacancy(vacancy: number, best: number, pace: Pace): Slices<PairMatch[] | undefined> {
    const yearly = this.yearly(vacancy);
    return yield* this.named(
      best,
      pace,
      (pair) => pair.profileId,
      { subjects: this.profiles, rows: this.market.profiles },
      (packed, at) => this.pair(packed, at, vacancy, packed[at + OTHER], yearly),
    );
  }

  *ofProfile(profile: number, best: number, pace: Pace): Slices<PairMatch[] | undefined> {
    return yield* this.named(
      best,
      pace,
      (pair) => pair.vacancyId,
      { subjects: this.vacancies, rows: this.market.vacancies },
      (packed, at) => {
        const vacancy = packed[at + OTHER];
        return this.pair(packed, at, vacancy, profile, this.yearly(vacancy));
      },
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
    const pairs: PackedPair[] = [];
    others.subjects.touch(found.offsets.map((at) => others.rows.subjectOf(packed[at + OTHER])));
    for (const at of found.offsets) {
      if (packed[at + SCORE] < least) continue;
      pairs.push(name(packed, at));
      pace.spend(NAMING);
      if (!(yield* pace.breathe())) return undefined;
    }
    const compare = (a: PackedPair, b: PackedPair) => b.score - a.score || (idOf(a) < idOf(b) ? -1 : 1);
    const sorted = yield* sortedInSlices(pairs, compare, pace);
    if (sorted === undefined) return undefined;
    pace.found(Math.min(best, sorted.length));
    return sorted.length > best ? sorted.slice(0, best) : sorted;
  }

  private yearly(vacancy: number): number | undefined {
    const top = this.market.vacancies.payTop(vacancy);
    return top === undefined ? undefined : Math.round(top);
  }

  private pair(
    packed: Int32Array,
    at: number,
    vacancy: number,
    profile: number,
    yearly: number | undefined,
  ): PackedPair {
    const { profiles, vacancies, books } = this.market;
    const flags = profiles.words[profile * person.PROFILE_WORDS + person.FLAGS];
    const employer = vacancies.words[vacancy * job.VACANCY_WORDS + job.EMPLOYER];
    const [someone, post] = [profiles.subjectOf(profile), vacancies.subjectOf(vacancy)];
    const score = packed[at + SCORE];
    const parts = {
      vacancyId: this.vacancies.idOf(post),
      vacancyRevision: this.vacancies.revisionOf(post),
      profileId: this.profiles.idOf(someone),
      profileRevision: this.profiles.revisionOf(someone),
      partition: this.profiles.partitionOf(someone),
      score,
      alert: score >= flags >>> person.THRESHOLD_SHIFT,
      visible: (flags & person.IS_VISIBLE) !== 0 && !profiles.hidesFrom(profile, employer),
    };
    return new PackedPair(parts, new PackedFacts(packed, at, yearly), books);
  }
}
