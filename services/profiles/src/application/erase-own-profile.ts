import { Inject, Injectable } from '@nestjs/common';
import type { StateRelay } from '@jobwire/messaging';
import type { Caller } from '@jobwire/platform';
import { PROFILES, RELAY, type Profiles } from './ports.js';

@Injectable()
export class EraseOwnProfile {
  constructor(
    @Inject(PROFILES) private readonly profiles: Profiles,
    @Inject(RELAY) private readonly relay: StateRelay,
  ) {}

  /**
   * Returns when the store is wiped and the tombstone, which makes everybody else forget the person, is durable.
   * @throws UnavailableError when the log is away: the sweep sends the tombstone later, the caller may ask again
   */
  async erase(caller: Caller): Promise<void> {
    const id = await this.profiles.erase(caller.owner);
    if (id !== undefined) await this.relay.publishForSure(id);
  }
}
