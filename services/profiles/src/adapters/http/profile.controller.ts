import { Controller, Inject } from '@nestjs/common';
import { calls } from '@jobwire/contracts';
import { Answered, Answers, CallInput, expectedRevision, type Input } from '@jobwire/platform';
import { EraseOwnProfile } from '../../application/erase-own-profile.js';
import { ReadOwnProfile } from '../../application/read-own-profile.js';
import { WriteOwnProfile } from '../../application/write-own-profile.js';
import type { Profile } from '../../domain/profile.js';

@Controller()
export class ProfileController {
  constructor(
    @Inject(WriteOwnProfile) private readonly writing: WriteOwnProfile,
    @Inject(ReadOwnProfile) private readonly reading: ReadOwnProfile,
    @Inject(EraseOwnProfile) private readonly erasing: EraseOwnProfile,
  ) {}

  @Answers(calls.putProfile)
  async put(@CallInput() input: Input<typeof calls.putProfile>): Promise<Answered> {
    const expected = expectedRevision(input.headers['if-match']);
    const { profile, begun } = await this.writing.write(input.body, input.caller, expected);
    return answer(profile, begun ? 201 : 200);
  }

  @Answers(calls.getProfile)
  async get(@CallInput() input: Input<typeof calls.getProfile>): Promise<Answered> {
    return answer(await this.reading.read(input.caller), 200);
  }

  @Answers(calls.eraseProfile)
  async erase(@CallInput() input: Input<typeof calls.eraseProfile>): Promise<void> {
    await this.erasing.erase(input.caller);
  }
}

function answer(profile: Profile, status: number): Answered {
  return new Answered(profile, { status, headers: { ETag: `"${profile.revision}"` } });
}
