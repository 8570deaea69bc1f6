import type { ProfileState, VacancyState } from '@jobwire/contracts';
import type { EngineSizes, MatchEngine, PairMatch, Slices, VacancyQuery } from '../match-engine.js';
import type { MatchingTaxonomy } from '../matching-taxonomy.js';
import { WordArena } from '../memory/word-arena.js';
import { Dictionary } from '../names/dictionary.js';
import { PostingLists } from '../postings/posting-lists.js';
import { ProfileKeys } from '../postings/profile-keys.js';
import { VacancyKeys } from '../postings/vacancy-keys.js';
import { type OpenVacancy, openVacancy } from '../rows/open-vacancy.js';
import { ProfileRows } from '../rows/profile-rows.js';
import { type Books, type SeekingProfile, seekingProfile } from '../rows/seeking-profile.js';
import { VacancyRows } from '../rows/vacancy-rows.js';
import { scorerVersion } from '../scorer-version.js';
import { FLOOR } from '../scoring/weights.js';
import type { Ask } from '../search/ask.js';
import { Market } from '../search/market.js';
import { Pace, Turns } from '../search/pace.js';
import { ProfileSearch } from '../search/profile-search.js';
import { VacancySearch } from '../search/vacancy-search.js';
import { OccupationBook } from '../skills/occupation-book.js';
import { SkillBook } from '../skills/skill-book.js';
import { PairNames } from './pair-names.js';
import { Side } from './side.js';

/** No vacancy has a partition. */
const NO_PARTITION = -1;
const IN_A_SET: Ask = { threshold: FLOOR, strict: false, best: Infinity };

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

  constructor(taxonomy: MatchingTaxonomy) {
    this.scorer = scorerVersion(taxonomy);
    this.books = {
      skills: new SkillBook(taxonomy),
      occupations: new OccupationBook(taxonomy),
      employers: new Dictionary(),
    };
    const { occupations } = this.books;
    const [profileArena, vacancyArena] = [new WordArena(), new WordArena()];
    const profiles = new ProfileRows(profileArena);
    const vacancies = new VacancyRows(vacancyArena);
    const profilePostings = new PostingLists(profileArena);
    const vacancyPostings = new PostingLists(vacancyArena);
    this.market = new Market(this.books, profiles, profilePostings, vacancies, vacancyPostings);
    this.profiles = new Side(profiles, profilePostings, new ProfileKeys(profiles, occupations));
    this.vacancies = new Side(vacancies, vacancyPostings, new VacancyKeys(vacancies, occupations));
    this.names = new PairNames(this.market, this.vacancies.subjects, this.profiles.subjects);
    this.vacancySearch = new VacancySearch(this.market);
    this.profileSearch = new ProfileSearch(this.market);
  }

  putVacancy(state: VacancyState): boolean {
    if (state.status !== 'open') return this.endVacancy(state.id, state.revision);
    if (!this.vacancies.isNews(state.id, state.revision)) return false;
    this.turns.next();
    this.vacancies.put(state.id, state.revision, NO_PARTITION, openVacancy(state, this.books));
    return true;
  }

  putProfile(state: ProfileState, partition: number): boolean {
    if (!this.profiles.isNews(state.id, state.revision)) return false;
    this.turns.next();
    this.profiles.put(state.id, state.revision, partition, seekingProfile(state, this.books));
    return true;
  }

  endVacancy(id: string, revision: number): boolean {
    if (!this.vacancies.isNews(id, revision)) return false;
    this.turns.next();
    this.vacancies.end(id, revision, NO_PARTITION);
    return true;
  }

  endProfile(id: string, revision: number, partition: number): boolean {
    if (!this.profiles.isNews(id, revision)) return false;
    this.turns.next();
    this.profiles.end(id, revision, partition);
    return true;
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

  *matchesOfVacancy(id: string, { partitionFilter }: VacancyQuery = {}): Slices<PairMatch[]> {
    const pace = new Pace(this.turns);
    for (;;) {
      const row = this.vacancies.rowOf(id);
      if (row < 0) return [];
      const isDone = yield* this.vacancySearch.run(row, IN_A_SET, pace);
      if (isDone) return this.names.ofVacancy(row, partitionFilter);
    }
  }

  *matchesOfProfile(id: string): Slices<PairMatch[]> {
    const pace = new Pace(this.turns);
    for (;;) {
      const row = this.profiles.rowOf(id);
      if (row < 0) return [];
      const isDone = yield* this.profileSearch.run(row, IN_A_SET, pace);
      if (isDone) return this.names.ofProfile(row);
    }
  }

  dropProfiles(partition: number): number {
    this.turns.next();
    return this.profiles.drop(partition);
  }

  sizes(): EngineSizes {
    const [vacancies, profiles] = [this.vacancies.subjects, this.profiles.subjects];
    return {
      vacancies: vacancies.live,
      profiles: profiles.live,
      stubs: vacancies.stubs + profiles.stubs,
    };
  }
}
