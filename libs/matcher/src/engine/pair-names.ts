import type { PairMatch } from '../match-engine.js';
import type { Subjects } from '../names/subjects.js';
import * as person from '../rows/profile-row.js';
import * as job from '../rows/vacancy-row.js';
import { PackedFacts } from '../scoring/packed-facts.js';
import { OTHER, SCORE } from '../scoring/pair-layout.js';
import type { Market } from '../search/market.js';
import { PackedPair } from '../search/packed-pair.js';

/** Gives what a search found the names, revisions and order of the outside. */
export class PairNames {
  constructor(
    private readonly market: Market,
    private readonly vacancies: Subjects,
    private readonly profiles: Subjects,
  ) {}

  ofVacancy(vacancy: number, takes: (partition: number) => boolean = () => true): PairMatch[] {
    const { offsets, packed, yearly } = this.collect(vacancy);
    const pairs: PackedPair[] = [];
    for (const at of offsets) {
      const profile = packed[at + OTHER];
      const partition = this.profiles.partitionOf(this.market.profiles.subjectOf(profile));
      if (takes(partition)) pairs.push(this.pair(packed, at, vacancy, profile, yearly));
    }
    return ranked(pairs, (pair) => pair.profileId);
  }

  ofProfile(profile: number): PairMatch[] {
    const { found } = this.market;
    const packed = found.copy();
    const pairs = found.offsets.map((at) => {
      const vacancy = packed[at + OTHER];
      return this.pair(packed, at, vacancy, profile, this.yearly(vacancy));
    });
    return ranked(pairs, (pair) => pair.vacancyId);
  }

  private collect(vacancy: number) {
    const { found } = this.market;
    return { offsets: found.offsets, packed: found.copy(), yearly: this.yearly(vacancy) };
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

/** Best first, ties by the other side's id in code units. */
function ranked(pairs: PackedPair[], idOf: (pair: PackedPair) => string): PackedPair[] {
  return pairs.toSorted((a, b) => b.score - a.score || (idOf(a) < idOf(b) ? -1 : 1));
}
