import { Inject, Injectable } from '@nestjs/common';
import { VacancyInput, type VacancyPatch } from '@jobwire/contracts';
import type { Clock } from '@jobwire/kernel';
import type { StateRelay } from '@jobwire/messaging';
import { CLOCK, invalidInput, type Caller } from '@jobwire/platform';
import { cleanPosting, type CleanPosting } from '../domain/clean-posting.js';
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
    const posting = patched(vacancy.posting, patch);
    if (patch.closesAt !== undefined) refusePast(posting, now);
    const changed = rewrite(vacancy, cleaned(posting, patch), this.understanding, now);
    return saysSomethingElse(patch) ? changed : { ...changed, fingerprint: vacancy.fingerprint };
  }

  private async refuseTakenReference(changed: Vacancy, before: Vacancy): Promise<void> {
    const { externalReference } = changed.posting;
    if (externalReference === undefined || externalReference === before.posting.externalReference) return;
    const employerId = changed.employer.id;
    const [holder] = await this.vacancies.list({ employerId, externalReference, limit: 1 });
    if (holder !== undefined && holder.id !== changed.id) throw referenceTaken(holder.id);
  }
}

/**
 * Title and description are checked where the patch has them; cleaning may have made the kept ones longer than the limit.
 * @throws DomainError INVALID_BODY
 */
function patched(posting: Posting, patch: VacancyPatch): Posting {
  const { title, description } = mergePatch(posting, patch) as Posting;
  const short = { title: patch.title ?? 'kept', description: patch.description ?? 'kept' };
  const merged = VacancyInput.safeParse({ ...mergePatch(posting, placeAnew(patch)), ...short });
  if (!merged.success) throw invalidInput(merged.error);
  return { ...merged.data, title, description };
}

/** What was cleaned once stays as it is: its "&lt;" would be read as a tag the second time. */
function cleaned(posting: Posting, patch: VacancyPatch): CleanPosting {
  const clean = cleanPosting(posting);
  if (patch.description !== undefined) return clean;
  return { ...clean, posting: { ...clean.posting, description: posting.description } };
}

/** A place is replaced as a whole: a new town must not be mixed with the old postcode. */
function placeAnew(patch: VacancyPatch): Record<string, unknown> {
  if (patch.location === undefined || patch.location === null) return patch;
  const cleared = { postcode: null, town: null, latitude: null, longitude: null, nationwide: null };
  return { ...patch, location: { ...cleared, ...patch.location } };
}

/** The kept text has lost its contacts: a fingerprint of it would differ from that of its duplicates. */
function saysSomethingElse({ title, description, location }: VacancyPatch): boolean {
  return title !== undefined || description !== undefined || location !== undefined;
}
