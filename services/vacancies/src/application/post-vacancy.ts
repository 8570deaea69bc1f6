import { Inject, Injectable } from '@nestjs/common';
import { mintUuid, type Clock } from '@jobwire/kernel';
import type { StateRelay } from '@jobwire/messaging';
import { CLOCK, type Caller } from '@jobwire/platform';
import { cleanPosting } from '../domain/clean-posting.js';
import { draftVacancy, refusePast } from '../domain/draft-vacancy.js';
import { hashOf } from '../domain/fingerprint.js';
import type { Understanding } from '../domain/understand.js';
import { badField, keyReused, referenceTaken } from '../domain/vacancy.errors.js';
import type { Posting, Vacancy } from '../domain/vacancy.js';
import { POSTING_KEYS, RELAY, UNDERSTANDING, VACANCIES, type PostingKeys, type Vacancies } from './ports.js';
import { RenameEmployer } from './rename-employer.js';

const KEY_LIFE_MS = 24 * 3_600_000;
const KEY_LENGTH = 200;

@Injectable()
export class PostVacancy {
  constructor(
    @Inject(VACANCIES) private readonly vacancies: Vacancies,
    @Inject(POSTING_KEYS) private readonly keys: PostingKeys,
    @Inject(RenameEmployer) private readonly employers: RenameEmployer,
    @Inject(UNDERSTANDING) private readonly understanding: Understanding,
    @Inject(RELAY) private readonly relay: StateRelay,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param key the Idempotency-Key: the same one with the same body within 24 h gives the same vacancy
   * @throws DomainError when a field is wrong, the reference is taken or the key was used for another body
   */
  async post(posting: Posting, caller: Caller, key?: string): Promise<Vacancy> {
    const now = this.clock.now();
    if (key !== undefined) refuseVague(key);
    refusePast(posting, now);
    const employer = await this.employers.of(caller);
    const draft = draftVacancy(cleanPosting(posting), { id: mintUuid(), employer }, this.understanding, now);
    const id = key === undefined ? draft.id : await this.claim(key, posting, draft, now);
    const [result] = await this.vacancies.insert([{ ...draft, id }]);
    if (result?.inserted === false && result.taken.id !== id) throw referenceTaken(result.taken.id);
    await this.relay.publish(id);
    return result?.inserted === false ? result.taken : { ...draft, id };
  }

  /** The id that belongs to the key. A crash after the claim leaves an id that the next try fills. */
  private async claim(key: string, posting: Posting, draft: Vacancy, now: Date): Promise<string> {
    const claim = {
      employerId: draft.employer.id,
      key,
      bodyHash: hashOf(posting),
      vacancyId: draft.id,
      at: now.toISOString(),
    };
    const holder = await this.keys.claim(claim, new Date(now.getTime() - KEY_LIFE_MS));
    if (holder.bodyHash !== claim.bodyHash) throw keyReused();
    return holder.vacancyId;
  }
}

/** Programs that send an empty key send it with every body. @throws DomainError INVALID_IDEMPOTENCY_KEY */
function refuseVague(key: string): void {
  if (key.trim() !== '' && key.length <= KEY_LENGTH) return;
  throw badField('INVALID_IDEMPOTENCY_KEY', {
    field: 'Idempotency-Key',
    reason: `is empty or longer than ${KEY_LENGTH} characters`,
    remedy: 'send a UUID, or leave the header out',
  });
}
