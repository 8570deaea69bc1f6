import type { PairMatch, SkillGain, Slices } from '../match-engine.js';
import type { Subjects } from '../names/subjects.js';
import { compareUuids, sortFewByUuid } from '../names/uuid.js';
import { FACTS, ID, IS_ODD, OTHER, SCORE } from '../scoring/pair-layout.js';
import { TOUCHED } from '../search/scan.js';
import type { Market } from '../search/market.js';
import type { BestFew } from '../search/best-few.js';
import { type Asker, PackedPair } from '../search/packed-pair.js';
import type { Pace } from '../search/pace.js';
import { FEW, sortFew, sortedInSlices } from '../search/sorted-in-slices.js';

const RANKED_AT_ONCE = 8192;
/** What ranking a pair, naming it and making an object of it cost, in postings scanned. */
const RANKING = 5;
const NAMING = 300;
const TELLING = 100;

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

  /** `id` is the vacancy's. Undefined when it was disturbed. */
  ofVacancy(row: number, id: string, best: number, pace: Pace): Slices<PairMatch[] | undefined> {
    const revision = this.vacancies.revisionOf(this.market.vacancies.subjectOf(row));
    const asker = { isVacancy: true, id, revision, partition: undefined };
    return this.pairs(best, pace, { subjects: this.profiles, rows: this.market.profiles }, asker, row);
  }

  /** `id` is the profile's. */
  ofProfile(row: number, id: string, best: number, pace: Pace): Slices<PairMatch[] | undefined> {
    const subject = this.market.profiles.subjectOf(row);
    const partition = this.profiles.partitionOf(subject);
    const asker = { isVacancy: false, id, revision: this.profiles.revisionOf(subject), partition };
    return this.pairs(best, pace, { subjects: this.vacancies, rows: this.market.vacancies }, asker, row);
  }

  gain(skill: string, { count, best }: BestFew): SkillGain {
    const named = best.map(({ row, score }) => {
      const subject = this.market.vacancies.subjectOf(row);
      const vacancyId = this.vacancies.idOf(subject);
      return { vacancyId, vacancyRevision: this.vacancies.revisionOf(subject), score };
    });
    return { skill, count, best: named };
  }

  /** Best first, ties by the other side's id in code units. */
  private *pairs(
    best: number,
    pace: Pace,
    others: Others,
    asker: Asker,
    /** The asker's. */
    row: number,
  ): Slices<PairMatch[] | undefined> {
    const { found, scores } = this.market;
    const packed = found.words;
    const end = scores.beginRanking(found.count, scores.worstOf(best));
    for (let from = 0; from < found.count; from += RANKED_AT_ONCE) {
      if (pace.isDue && !(yield* pace.breathe())) return undefined;
      const to = Math.min(found.count, from + RANKED_AT_ONCE);
      scores.rank(found, from, to);
      pace.spend(RANKING * (to - from));
    }
    for (let from = 0; from < end; from += TOUCHED) {
      if (pace.isDue && !(yield* pace.breathe())) return undefined;
      this.name(from, Math.min(end, from + TOUCHED), others, pace);
    }
    const { ranked } = scores;
    const { subjects, rows } = others;
    const { areOdd } = subjects;
    const { books } = this.market;
    const yearlyOfAsker = asker.isVacancy ? this.yearlyOf(row) : undefined;
    const compare = comparison(packed, others);
    const pairs: PairMatch[] = [];
    for (let from = 0, to = 0; from < Math.min(best, end); from = to) {
      to = from + scores.of(packed[ranked[from] + SCORE]);
      if (!areOdd && to - from <= FEW) sortFewByUuid(ranked, from, to, packed, ID);
      else if (!sortFew(ranked, from, to, compare)) {
        const sorted = yield* sortedInSlices(ranked.subarray(from, to), compare, pace);
        if (sorted === undefined) return undefined;
        ranked.set(sorted, from);
      }
      for (let n = from; n < Math.min(best, to); n++) {
        if (pace.isDue && !(yield* pace.breathe())) return undefined;
        const at = ranked[n];
        const other = packed[at + OTHER];
        const yearly = asker.isVacancy ? yearlyOfAsker : this.yearlyOf(other);
        const odd = areOdd ? subjects.oddOf(rows.subjectOf(other)) : undefined;
        pairs.push(new PackedPair(packed, at, asker, books, yearly, odd));
        pace.spend(TELLING);
      }
    }
    pace.found(pairs.length);
    return pairs;
  }

  /** Writes to some of the ranked what they are called; all are touched before: see TOUCHED. */
  private name(from: number, end: number, { subjects, rows }: Others, pace: Pace): void {
    const { found, scores } = this.market;
    const { areOdd } = subjects;
    for (let n = from; n < end; n++) subjects.touch(rows.subjectOf(found.words[scores.ranked[n] + OTHER]));
    for (let n = from; n < end; n++) {
      const at = scores.ranked[n];
      const subject = rows.subjectOf(found.words[at + OTHER]);
      subjects.writeName(subject, found.words, at);
      if (areOdd && subjects.oddIdOf(subject) !== undefined) found.words[at + FACTS] |= IS_ODD;
    }
    pace.spend(NAMING * (end - from));
  }

  private yearlyOf(vacancy: number): number | undefined {
    const top = this.market.vacancies.payTop(vacancy);
    return top === undefined ? undefined : Math.round(top);
  }
}

/** By the ids of what was found, in code units: a UUID's are ordered as its words are. */
function comparison(packed: Int32Array, { subjects, rows }: Others): (a: number, b: number) => number {
  const idAt = (at: number): string => subjects.idOf(rows.subjectOf(packed[at + OTHER]));
  return (a, b) => {
    const areUuids = ((packed[a + FACTS] | packed[b + FACTS]) & IS_ODD) === 0;
    return areUuids ? compareUuids(packed, a + ID, packed, b + ID) : idAt(a) < idAt(b) ? -1 : 1;
  };
}
