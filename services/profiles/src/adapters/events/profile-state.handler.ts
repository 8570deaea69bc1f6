import { Controller, Inject } from '@nestjs/common';
import { profileState, type ProfileState } from '@jobwire/contracts';
import { OnEvents, type EventBatch, type StateRelay } from '@jobwire/messaging';
import { RELAY } from '../../application/ports.js';

/** The service reads its own topic back: what it finds there is what was published. */
@Controller()
export class ProfileStateHandler {
  constructor(@Inject(RELAY) private readonly relay: StateRelay) {}

  @OnEvents(profileState)
  async readBack(batch: EventBatch<ProfileState>): Promise<void> {
    await this.relay.readBack(batch.records);
  }
}
