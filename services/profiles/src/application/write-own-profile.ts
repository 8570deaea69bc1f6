import { Inject, Injectable } from '@nestjs/common';
import type { ProfileInput } from '@jobwire/contracts';
import { mintInPartitionOf, type Clock } from '@jobwire/kernel';
import type { StateRelay } from '@jobwire/messaging';
import { CLOCK, CONTEXT, type Caller, type ServiceContext } from '@jobwire/platform';
import { staleRevision } from '../domain/profile.errors.js';
import type { Profile } from '../domain/profile.js';
import { writeProfile, type Identity, type Understanding } from '../domain/write-profile.js';
import { PROFILES, RELAY, UNDERSTANDING, type Profiles } from './ports.js';

@Injectable()
export class WriteOwnProfile {
  constructor(
    @Inject(PROFILES) private readonly profiles: Profiles,
    @Inject(UNDERSTANDING) private readonly understanding: Understanding,
    @Inject(RELAY) private readonly relay: StateRelay,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONTEXT) private readonly context: ServiceContext,
  ) {}

  /**
   * @param expected the revision the person saw; absent: whatever it is now
   * @throws DomainError when a field is wrong or the profile changed meanwhile
   */
  async write(
    input: ProfileInput,
    caller: Caller,
    expected?: number,
  ): Promise<{ profile: Profile; begun: boolean }> {
    for (;;) {
      const before = await this.profiles.ofOwner(caller.owner);
      if (expected !== undefined && expected !== (before?.revision ?? 0))
        throw staleRevision(before?.revision ?? 0);
      const profile = writeProfile(input, this.identity(caller, before), this.understanding);
      const begun = before === undefined;
      const stored = begun ? await this.profiles.insert(profile) : await this.profiles.replace(profile);
      if (!stored) continue;
      await this.relay.publish(profile.id);
      return { profile, begun };
    }
  }

  /** All profiles a person ever has lie in one partition, so that their inbox keeps one order of positions. */
  private identity({ owner }: Caller, before: Profile | undefined): Identity {
    const now = this.clock.now().toISOString();
    return {
      owner,
      id: before?.id ?? mintInPartitionOf(owner, this.context.partitions),
      revision: (before?.revision ?? 0) + 1,
      createdAt: before?.createdAt ?? now,
      updatedAt: now,
    };
  }
}
