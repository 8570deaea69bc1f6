import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@jobwire/kernel';
import type { StateRelay } from '@jobwire/messaging';
import { CLOCK } from '@jobwire/platform';
import { followIds } from '../domain/follow-ids.js';
import type { Understanding } from '../domain/write-profile.js';
import { PROFILES, RELAY, UNDERSTANDING, type Profiles } from './ports.js';

const PAGE = 200;

/** A newer taxonomy replaces concepts; profiles follow, once after each start, a page at a turn. */
@Injectable()
export class FollowReplaced {
  private after = '';
  private isDone = false;

  constructor(
    @Inject(PROFILES) private readonly profiles: Profiles,
    @Inject(UNDERSTANDING) private readonly understanding: Understanding,
    @Inject(RELAY) private readonly relay: StateRelay,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    if (this.isDone) return;
    const page = await this.profiles.page(this.after, PAGE);
    for (const profile of page) {
      const followed = followIds(profile, this.understanding.taxonomy, this.clock.now());
      // Whoever was faster wrote with the taxonomy of today.
      if (followed !== undefined && (await this.profiles.replace(followed)))
        await this.relay.publish(followed.id);
    }
    this.after = page.at(-1)?.id ?? this.after;
    this.isDone = page.length < PAGE;
  }
}
