import { Inject, Injectable } from '@nestjs/common';
import { VacancyInput, type VacancyPatch } from '@jobwire/contracts';
import type { Clock } from '@jobwire/kernel';
import type { StateRelay } from '@jobwire/messaging';
import { CLOCK, invalidInput, type Caller } from '@jobwire/platform';
import { cleanPosting } from '../domain/clean-posting.js';
import { refusePast, rewrite } from '../domain/draft-vacancy.js';
import { mergePatch } from '../domain/merge-patch.js';
import type { Understanding } from '../domain/understand.js';
import { referenceTaken, staleRevision, vacancyClosed } from '../domain/vacancy.errors.js';
import type { Posting, Vacancy } from '../domain/vacancy.js';
import { ownVacancy } from './own-vacancy.js';
import { RELAY, UNDERSTANDING, VACANCIES, type Vacancies } from './ports.js';

@Injectable()
export class ChangeVacancy {
  constructor(
    @Inject(VACANCIES) private readonly vacancies: Vacancies,
    @Inject(UNDERSTANDING) private readonly understanding: Understanding,
    @Inject(RELAY) private readonly relay: StateRelay,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param expected the revision the employer saw; absent: whatever it is now
   * @throws DomainError when it is not theirs, has ended, changed meanwhile, or the result would not be a vacancy
   */
  async change(id: string, patch: VacancyPatch, caller: Caller, expected?: number): Promise<Vacancy> {
    for (;;) {
      const vacancy = await ownVacancy(this.vacancies, id, caller);
      if (vacancy.status !== 'open') throw vacancyClosed();
      if (expected !== undefined && expected !== vacancy.revision) throw staleRevision(vacancy.revision);
      const changed = this.apply(patch, vacancy);
      await this.refuseTakenReference(changed, vacancy);
      const [replaced] = await this.vacancies.replace([changed]);
      if (replaced !== true) continue;
      await this.relay.publish(id);
      return changed;
    }
  }

  private apply(patch: VacancyPatch, vacancy: Vacancy): Vacancy {
    const now = this.clock.now();
    const merged = VacancyInput.safeParse(mergePatch(vacancy.posting, placeAnew(patch)));
    if (!merged.success) throw invalidInput(merged.error);
    const posting: Posting = merged.data;
    if (patch.closesAt !== undefined) refusePast(posting, now);
    return rewrite(vacancy, cleanPosting(posting), this.understanding, now);
  }

  private async refuseTakenReference(changed: Vacancy, before: Vacancy): Promise<void> {
    const { externalReference } = changed.posting;
    if (externalReference === undefined || externalReference === before.posting.externalReference) return;
    const employerId = changed.employer.id;
    const [holder] = await this.vacancies.list({ employerId, externalReference, limit: 1 });
    if (holder !== undefined && holder.id !== changed.id) throw referenceTaken(holder.id);
  }
}

/** A place is replaced as a whole: a new town must not be mixed with the old postcode. */
function placeAnew(patch: VacancyPatch): Record<string, unknown> {
  if (patch.location === undefined || patch.location === null) return patch;
  const cleared = { postcode: null, town: null, latitude: null, longitude: null, nationwide: null };
  return { ...patch, location: { ...cleared, ...patch.location } };
}
