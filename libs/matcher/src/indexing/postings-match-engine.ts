import type { ProfileState, VacancyState } from '@jobwire/contracts';
import type { EngineSizes, MatchEngine, PairMatch, Slices, VacancyQuery } from '../match-engine.js';
import type { MatchingTaxonomy } from '../matching-taxonomy.js';
import { judgePair } from '../pair/judged-pair.js';
import { type OpenVacancy, openVacancy } from '../pair/open-vacancy.js';
import { type SeekingProfile, seekingProfile } from '../pair/seeking-profile.js';
import { scorerVersion } from '../scorer-version.js';
import { Partitions } from './partitions.js';
import { ProfileIndex } from './profile-index.js';
import { rankedSlices } from './ranked-slices.js';
import { Register } from './register.js';
import { profileLens, vacancyLens } from './skill-lenses.js';
import { SkillNetwork } from './skill-network.js';
import { VacancyIndex } from './vacancy-index.js';

/** Finds candidates through posting lists and then judges each pair in full; nothing is approximated. */
export class PostingsMatchEngine implements MatchEngine {
  readonly scorer: string;
  private readonly network: SkillNetwork;
  private readonly vacancies = new Register<OpenVacancy>();
  private readonly profiles = new Register<SeekingProfile>();
  private readonly vacancyIndex = new VacancyIndex();
  private readonly profileIndex = new ProfileIndex();
  private readonly partitions = new Partitions();

  constructor(private readonly taxonomy: MatchingTaxonomy) {
    this.scorer = scorerVersion(taxonomy);
    this.network = new SkillNetwork(taxonomy);
  }

  putVacancy(state: VacancyState): boolean {
    if (state.status !== 'open') return this.endVacancy(state.id, state.revision);
    if (!this.vacancies.isNews(state.id, state.revision)) return false;
    const vacancy = openVacancy(state, this.taxonomy);
    this.replaceVacancy(state.id, state.revision, vacancy);
    this.vacancyIndex.add(vacancy);
    return true;
  }

  putProfile(state: ProfileState, partition: number): boolean {
    if (!this.profiles.isNews(state.id, state.revision)) return false;
    const profile = seekingProfile(state, partition, this.taxonomy);
    this.replaceProfile(state.id, state.revision, partition, profile);
    for (const { id } of profile.held) this.network.learn(id);
    this.profileIndex.add(profile);
    return true;
  }

  endVacancy(id: string, revision: number): boolean {
    if (!this.vacancies.isNews(id, revision)) return false;
    this.replaceVacancy(id, revision, undefined);
    return true;
  }

  endProfile(id: string, revision: number, partition: number): boolean {
    if (!this.profiles.isNews(id, revision)) return false;
    this.replaceProfile(id, revision, partition, undefined);
    return true;
  }

  vacancyRevision(id: string): number | undefined {
    return this.vacancies.revision(id);
  }

  profileRevision(id: string): number | undefined {
    return this.profiles.revision(id);
  }

  hasProfile(id: string): boolean {
    return this.profiles.record(id) !== undefined;
  }

  profilesOf(partition: number): readonly string[] {
    return this.partitions.of(partition);
  }

  *matchesOfVacancy(id: string, { partitionFilter = () => true }: VacancyQuery = {}): Slices<PairMatch[]> {
    const vacancy = this.vacancies.record(id);
    if (vacancy === undefined) return [];
    const lens = vacancyLens(vacancy, this.network);
    return yield* rankedSlices(
      this.profileIndex.candidatesFor(vacancy, this.network),
      (profile) => (partitionFilter(profile.partition) ? judgePair(vacancy, profile, lens) : undefined),
      (match) => match.profileId,
    );
  }

  *matchesOfProfile(id: string): Slices<PairMatch[]> {
    const profile = this.profiles.record(id);
    if (profile === undefined) return [];
    const lens = profileLens(profile, this.network);
    return yield* rankedSlices(
      this.vacancyIndex.candidatesFor(profile, this.network),
      (vacancy) => judgePair(vacancy, profile, lens),
      (match) => match.vacancyId,
    );
  }

  dropProfiles(partition: number): number {
    const before = this.profiles.records;
    for (const id of this.partitions.take(partition)) {
      const profile = this.profiles.record(id);
      if (profile) this.profileIndex.remove(profile);
      this.profiles.forget(id);
    }
    return before - this.profiles.records;
  }

  sizes(): EngineSizes {
    return {
      vacancies: this.vacancies.records,
      profiles: this.profiles.records,
      stubs: this.vacancies.stubs + this.profiles.stubs,
    };
  }

  private replaceVacancy(id: string, revision: number, vacancy: OpenVacancy | undefined): void {
    const known = this.vacancies.record(id);
    if (known) this.vacancyIndex.remove(known);
    this.vacancies.set(id, revision, vacancy);
  }

  private replaceProfile(id: string, revision: number, partition: number, profile?: SeekingProfile): void {
    const known = this.profiles.record(id);
    if (known) this.profileIndex.remove(known);
    this.profiles.set(id, revision, profile);
    this.partitions.place(id, partition);
  }
}
