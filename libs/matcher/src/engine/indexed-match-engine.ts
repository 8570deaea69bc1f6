import type { ProfileState, VacancyState } from '@jobwire/contracts';
import type {
  EngineSizes,
  EngineWork,
  MatchEngine,
  PairMatch,
  Query,
  SkillGain,
  Slices,
  VacancyQuery,
  WhatIfOptions,
} from '../match-engine.js';
import type { MatchingTaxonomy } from '../matching-taxonomy.js';
import { SharedMemory } from '../loops/shared-memory.js';
import { Workplace } from '../loops/workplace.js';
import { COPIED_BYTES } from '../memory/grown.js';
import { WordArena } from '../memory/word-arena.js';
import { Dictionary } from '../names/dictionary.js';
import { Subjects } from '../names/subjects.js';
import { MOST_TOGETHER, Postings } from '../postings/postings.js';
import { ProfileKeys } from '../postings/profile-keys.js';
import { VacancyKeys } from '../postings/vacancy-keys.js';
import { type OpenVacancy, openVacancy } from '../rows/open-vacancy.js';
import { territoryOfProfile } from '../rows/profile-hint.js';
import { ProfileRows } from '../rows/profile-rows.js';
import { type Books, type SeekingProfile, seekingProfile } from '../rows/seeking-profile.js';
import { territoryOfVacancy } from '../rows/vacancy-hint.js';
import { VacancyRows } from '../rows/vacancy-rows.js';
import { scorerVersion } from '../scorer-version.js';
import { type Ask, askFor, supposingOf } from '../search/ask.js';
import { Market } from '../search/market.js';
import { Pace, Turns } from '../search/pace.js';
import { ProfileSearch } from '../search/profile-search.js';
import { WhatIfSearch } from '../search/what-if-search.js';
import { VacancySearch } from '../search/vacancy-search.js';
import { OccupationBook } from '../skills/occupation-book.js';
import { SkillBook } from '../skills/skill-book.js';
import { IndexPicture } from '../snapshot/index-picture.js';
import { type TakeBytes, readSnapshot } from '../snapshot/read-snapshot.js';
import { restoreParts, savedParts } from './engine-parts.js';
import { PairNames } from './pair-names.js';
import { Side } from './side.js';

/** What tests set otherwise. */
export interface Tuning {
  /** See postings.ts; tests divide shorter lists. */
  readonly mostTogether?: number;
  /** Bytes from which on postings go where WebAssembly sees them; Infinity for plain code alone. */
  readonly sharedFrom?: number;
}

/** Vacancies have no signatures: a person has more skills than is asked for. */
const UNSIGNED = { signatures: new Int32Array(0) };

/** No vacancy has a partition. */
const NO_PARTITION = -1;

/** Both sides as rows in typed arrays, found through hint postings and judged exactly. */
export class IndexedMatchEngine implements MatchEngine {
  readonly scorer: string;
  private readonly books: Books;
  private readonly market: Market;
  private readonly vacancies: Side<OpenVacancy>;
  private readonly profiles: Side<SeekingProfile>;
  private readonly names: PairNames;
  private readonly turns = new Turns();
  private readonly vacancySearch: VacancySearch;
  private readonly profileSearch: ProfileSearch;
  private readonly whatIfSearch: WhatIfSearch;

  constructor(
    taxonomy: MatchingTaxonomy,
    { mostTogether = MOST_TOGETHER, sharedFrom = COPIED_BYTES }: Tuning = {},
  ) {
    this.scorer = scorerVersion(taxonomy);
    this.books = {
      skills: new SkillBook(taxonomy),
      occupations: new OccupationBook(taxonomy),
      employers: new Dictionary(),
    };
    const { occupations } = this.books;
    const memoryOf = () => (sharedFrom < Infinity ? new SharedMemory(sharedFrom) : undefined);
    const [ofProfiles, ofVacancies] = [memoryOf(), memoryOf()];
    const [profileArena, vacancyArena] = [
      new WordArena(ofProfiles?.arena),
      new WordArena(ofVacancies?.arena),
    ];
    const profiles = new ProfileRows(profileArena, ofProfiles?.signatures);
    const vacancies = new VacancyRows(vacancyArena);
    const profilePostings = new Postings(profileArena, territoryOfProfile, mostTogether);
    const vacancyPostings = new Postings(vacancyArena, territoryOfVacancy, mostTogether);
    this.market = new Market(
      this.books,
      profiles,
      profilePostings,
      new Workplace({ arena: profileArena, rows: profiles }, ofProfiles),
      vacancies,
      vacancyPostings,
      new Workplace({ arena: vacancyArena, rows: UNSIGNED }, ofVacancies),
    );
    this.profiles = new Side(
      new Subjects(true),
      profiles,
      profilePostings,
      new ProfileKeys(profiles, occupations),
    );
    this.vacancies = new Side(
      new Subjects(false),
      vacancies,
      vacancyPostings,
      new VacancyKeys(vacancies, occupations),
    );
    this.names = new PairNames(this.market, this.vacancies.subjects, this.profiles.subjects);
    this.vacancySearch = new VacancySearch(this.market);
    this.profileSearch = new ProfileSearch(this.market);
    this.whatIfSearch = new WhatIfSearch(this.market, (row, other) =>
      this.vacancies.subjects.comesFirst(vacancies.subjectOf(row), vacancies.subjectOf(other)),
    );
  }

  putVacancy(state: VacancyState): boolean {
    if (state.status !== 'open') return this.endVacancy(state.id, state.revision);
    const factsOf = () => openVacancy(state, this.books);
    return this.counted(this.vacancies.put(state.id, state.revision, NO_PARTITION, factsOf));
  }

  putProfile(state: ProfileState, partition: number): boolean {
    const factsOf = () => seekingProfile(state, this.books);
    return this.counted(this.profiles.put(state.id, state.revision, partition, factsOf));
  }

  endVacancy(id: string, revision: number): boolean {
    return this.counted(this.vacancies.end(id, revision, NO_PARTITION));
  }

  endProfile(id: string, revision: number, partition: number): boolean {
    return this.counted(this.profiles.end(id, revision, partition));
  }

  vacancyRevision(id: string): number | undefined {
    return this.vacancies.revisionOf(id);
  }

  profileRevision(id: string): number | undefined {
    return this.profiles.revisionOf(id);
  }

  hasProfile(id: string): boolean {
    return this.profiles.rowOf(id) >= 0;
  }

  profilesOf(partition: number): readonly string[] {
    const { subjects } = this.profiles;
    return Array.from(subjects.inPartition(partition), (subject) => subjects.idOf(subject));
  }

  *matchesOfVacancy(id: string, { want, partitionFilter }: VacancyQuery = {}): Slices<PairMatch[]> {
    const ask = askFor(want, this.inPartitions(partitionFilter));
    const pace = new Pace(this.turns);
    for (;;) {
      const row = this.vacancies.rowOf(id);
      if (row < 0) return [];
      pace.begin();
      this.vacancySearch.begin(row, ask);
      if (!(this.vacancySearch.goOn(pace) || (yield* pace.rest(this.vacancySearch)))) continue;
      if (this.hasFoundNone) return [];
      const pairs = yield* this.names.ofVacancy(row, id, ask.best, pace);
      if (pairs !== undefined) return pairs;
    }
  }

  *matchesOfProfile(id: string, { want }: Query = {}): Slices<PairMatch[]> {
    const ask = askFor(want);
    const pace = new Pace(this.turns);
    for (;;) {
      const row = this.profiles.rowOf(id);
      if (row < 0) return [];
      pace.begin();
      this.profileSearch.begin(row, ask);
      if (!(this.profileSearch.goOn(pace) || (yield* pace.rest(this.profileSearch)))) continue;
      if (this.hasFoundNone) return [];
      const pairs = yield* this.names.ofProfile(row, id, ask.best, pace);
      if (pairs !== undefined) return pairs;
    }
  }

  *whatIf(profileId: string, skillIds: readonly string[], options: WhatIfOptions = {}): Slices<SkillGain[]> {
    const supposing = supposingOf(skillIds, options, this.books.skills);
    const pace = new Pace(this.turns);
    for (;;) {
      const row = this.profiles.rowOf(profileId);
      if (row < 0) return [];
      pace.begin();
      this.whatIfSearch.begin(row, supposing);
      if (!(this.whatIfSearch.goOn(pace) || (yield* pace.rest(this.whatIfSearch)))) continue;
      const { found } = this.whatIfSearch;
      return skillIds.map((skill, at) => this.names.gain(skill, found[at]));
    }
  }

  picture(): IndexPicture {
    this.turns.next();
    this.profiles.settle();
    this.vacancies.settle();
    const parts = savedParts(this.market, this.vacancies.subjects, this.profiles.subjects);
    return new IndexPicture(parts, this.scorer);
  }

  save(note: string): Generator<Uint8Array> {
    return this.picture().written(note);
  }

  /** Into an engine that is empty yet; returns the note. */
  restore(take: TakeBytes): string {
    const { parts, note } = readSnapshot(take, this.scorer);
    restoreParts(parts, this.market, this.vacancies.subjects, this.profiles.subjects);
    return note;
  }

  *dropProfiles(partition: number): Slices<number> {
    let dropped = 0;
    for (const some of this.profiles.drop(partition)) {
      dropped += some;
      this.turns.next();
      yield;
    }
    return dropped;
  }

  /** As half of all strict searches do; to make a generator for naming nobody takes a tenth of such a search. */
  private get hasFoundNone(): boolean {
    return this.market.found.count === 0;
  }

  /** News disturbs whoever is searching. */
  private counted(isNews: boolean): boolean {
    if (isNews) this.turns.next();
    return isNews;
  }

  private inPartitions(takes: VacancyQuery['partitionFilter']): Ask['takes'] {
    if (takes === undefined) return undefined;
    const { subjects } = this.profiles;
    return (profile) => takes(subjects.partitionOf(this.market.profiles.subjectOf(profile)));
  }

  sizes(): EngineSizes {
    const [vacancies, profiles] = [this.vacancies.subjects, this.profiles.subjects];
    return {
      vacancies: vacancies.live,
      profiles: profiles.live,
      stubs: vacancies.stubs + profiles.stubs,
      profileBytes: this.profiles.bytes,
      vacancyBytes: this.vacancies.bytes,
      sharedBytes: this.market.profileWorkplace.sharedBytes + this.market.vacancyWorkplace.sharedBytes,
    };
  }

  work(): EngineWork {
    return { ...this.turns.work };
  }
}
