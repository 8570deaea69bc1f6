import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@jobwire/platform';
import { profileNotFound } from '../domain/profile.errors.js';
import type { Profile } from '../domain/profile.js';
import { PROFILES, type Profiles } from './ports.js';

@Injectable()
export class ReadOwnProfile {
  constructor(@Inject(PROFILES) private readonly profiles: Profiles) {}

  async read(caller: Caller): Promise<Profile> {
    const profile = await this.profiles.ofOwner(caller.owner);
    if (profile === undefined) throw profileNotFound();
    return profile;
  }
}
