import { Controller, Inject } from '@nestjs/common';
import { vacancyState, type VacancyState } from '@jobwire/contracts';
import { OnEvents, type EventBatch, type StateRelay } from '@jobwire/messaging';
import { RELAY } from '../../application/ports.js';

/** The service reads its own topic back: what it finds there is what was published. */
@Controller()
export class VacancyStateHandler {
  constructor(@Inject(RELAY) private readonly relay: StateRelay) {}

  @OnEvents(vacancyState)
  async readBack(batch: EventBatch<VacancyState>): Promise<void> {
    await this.relay.readBack(batch.records);
  }
}
