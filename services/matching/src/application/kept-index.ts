import type { ProfileState, VacancyState } from '@jobwire/contracts';
import type { MatchEngine, Slices } from '@jobwire/matcher';
import type { EventRecord } from '@jobwire/messaging';

/** The index, kept as records say. */
export class KeptIndex {
  /** How often somebody left it: what was saved before still has them. */
  forgotten = 0;

  constructor(readonly engine: MatchEngine) {}

  get bytes(): number {
    const { profileBytes, vacancyBytes } = this.engine.sizes();
    return profileBytes + vacancyBytes;
  }

  /** True when it was news. */
  takeProfile({ key, data, revision = 0 }: EventRecord<ProfileState>, partition: number): boolean {
    if (data !== null) return this.engine.putProfile(data, partition);
    const news = this.engine.endProfile(key, revision, partition);
    if (news) this.forgotten++;
    return news;
  }

  /** True when it was news. */
  takeVacancy({ key, data, revision = 0 }: EventRecord<VacancyState>): boolean {
    return data === null ? this.engine.endVacancy(key, revision) : this.engine.putVacancy(data);
  }

  /** Forgets everybody of a partition, in slices. */
  *drop(partition: number): Slices<void> {
    if ((yield* this.engine.dropProfiles(partition)) > 0) this.forgotten++;
  }
}
