import { Inject, Injectable } from '@nestjs/common';
import { topics } from '@jobwire/contracts';
import type { Clock } from '@jobwire/kernel';
import { CLOCK } from '@jobwire/platform';
import { INBOX, PEOPLE, type Inbox, type People } from './ports.js';

const DAY_MS = 24 * 3_600_000;
/** As long as a record of `matches.v1` can still name somebody. */
const NAMED_MS = topics.matches.retentionMs + DAY_MS;

@Injectable()
export class ForgetPeople {
  constructor(
    @Inject(INBOX) private readonly inbox: Inbox,
    @Inject(PEOPLE) private readonly people: People,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The marker first: from then on no match of the person is stored any more. */
  async erase(profileId: string): Promise<void> {
    await this.people.erase(profileId);
    await this.inbox.forget(profileId);
  }

  /** To be called with everybody of whom something was stored: the marker of some may have come in between. */
  async forgetErasedOf(profileIds: Iterable<string>): Promise<void> {
    await this.forgetAll(await this.people.erased([...profileIds]));
  }

  /** The same for whatever a process that ended in between has left; and what was withdrawn long ago goes. */
  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - NAMED_MS);
    await this.forgetAll(await this.people.erasedSince(before));
    await this.inbox.removeWithdrawn(before);
  }

  private async forgetAll(profileIds: Iterable<string>): Promise<void> {
    for (const profileId of profileIds) await this.inbox.forget(profileId);
  }
}
