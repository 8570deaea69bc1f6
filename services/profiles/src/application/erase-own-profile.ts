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
   * and is told the same until it is there; nothing says by then whose tombstone it was, so all that wait are sent
   */
  async erase(caller: Caller): Promise<void> {
    const id = await this.profiles.erase(caller.owner);
    const unsaid = id === undefined ? await this.profiles.unburied() : [id];
    for (const key of unsaid) await this.relay.publishForSure(key);
  }
}
