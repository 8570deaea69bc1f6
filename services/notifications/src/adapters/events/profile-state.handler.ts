import { Controller, Inject } from '@nestjs/common';
import { profileState, type ProfileState } from '@jobwire/contracts';
import { OnEvents, type EventBatch } from '@jobwire/messaging';
import { ForgetPeople } from '../../application/forget-people.js';
import { PEOPLE, type People } from '../../application/ports.js';

/** Keeps whose profile is whose; a tombstone makes this service forget the person. */
@Controller()
export class ProfileStateHandler {
  constructor(
    @Inject(PEOPLE) private readonly people: People,
    @Inject(ForgetPeople) private readonly forgetting: ForgetPeople,
  ) {}

  @OnEvents(profileState)
  async keep({ records }: EventBatch<ProfileState>): Promise<void> {
    const states = records.flatMap(({ data }) => data ?? []);
    await this.people.keep(states.map(({ id, owner, revision }) => ({ profileId: id, owner, revision })));
    for (const { key, data } of records) if (data === null) await this.forgetting.erase(key);
  }
}
