import { Controller, Inject } from '@nestjs/common';
import { matchSet, type MatchSet } from '@jobwire/contracts';
import type { Clock } from '@jobwire/kernel';
import { along, OnEvents, type EventBatch, type EventRecord, type Handled } from '@jobwire/messaging';
import { CLOCK } from '@jobwire/platform';
import { AnnounceChanges, type Stored } from '../../application/announce-changes.js';
import { ForgetPeople } from '../../application/forget-people.js';
import { StoreMatchSet } from '../../application/store-match-set.js';
import { HighestEpochs } from './highest-epochs.js';

/** Stores match sets, then tells what changed; a set under a lower epoch than one before it is a former owner's. */
@Controller()
export class MatchSetHandler {
  constructor(
    @Inject(StoreMatchSet) private readonly storing: StoreMatchSet,
    @Inject(AnnounceChanges) private readonly announcing: AnnounceChanges,
    @Inject(ForgetPeople) private readonly forgetting: ForgetPeople,
    @Inject(HighestEpochs) private readonly epochs: HighestEpochs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @OnEvents(matchSet)
  async take(batch: EventBatch<MatchSet>): Promise<Handled> {
    let epoch = this.epochs.before(batch);
    const stored: Stored[] = [];
    const named = new Set<string>();
    for (const record of batch.records) {
      if (record.data === null || record.data.epoch < epoch) continue;
      ({ epoch } = record.data);
      const { data: set, offset, journey } = record;
      const cards = await along(journey, () => this.store(record, set, batch.signal));
      stored.push({ offset, journey, cards });
      for (const { profileId } of set.matches) named.add(profileId);
      await batch.heartbeat();
    }
    await Promise.all([
      this.announcing.announce(batch.partition, stored),
      this.forgetting.forgetErasedOf(named),
    ]);
    return this.epochs.after(batch, epoch);
  }

  private store(
    { partition, offset }: EventRecord<MatchSet>,
    set: MatchSet,
    givenUp: AbortSignal | undefined,
  ) {
    const at = this.clock.now().toISOString();
    return this.storing.store(set, { partition, offset, epoch: set.epoch, at }, givenUp);
  }
}
