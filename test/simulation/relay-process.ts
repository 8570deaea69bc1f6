import type { EventDefinition } from '@jobwire/contracts';
import type { Clock } from '@jobwire/kernel';
import { EventConsumer, EventPublisher, StateRelay, subscribe } from '@jobwire/messaging';
import { every, silentLogger } from '@jobwire/platform';
import type { Broker } from './broker.js';
import type { Life } from './life.js';
import { perilous } from './perilous.js';
import { ProcessLog } from './process-log.js';
import { HASTE } from './haste.js';
import type { Identity, StateStore } from './state-store.js';

const SWEEP_MS = 20;

/** A replica of the service that owns one side of the market: its relay, its sweep and its reading back. */
export class RelayProcess<State extends object> {
  private readonly log: ProcessLog;
  private readonly relay: StateRelay<State & Identity>;

  constructor(
    private readonly options: {
      readonly life: Life;
      readonly broker: Broker;
      readonly clock: Clock;
      readonly event: EventDefinition<State & Identity>;
      readonly group: string;
      readonly store: StateStore<State>;
    },
  ) {
    const { life, broker, clock, event, store } = options;
    this.log = new ProcessLog(broker, life);
    const publisher = new EventPublisher(this.log, life.name, clock);
    this.relay = new StateRelay({ event, states: perilous(store, life), publisher, graceMs: 40 });
  }

  get life(): Life {
    return this.options.life;
  }

  async start(): Promise<void> {
    const { life, group, event } = this.options;
    every(SWEEP_MS, 'sweeping', () => this.relay.sweep(), silentLogger());
    const readBack = subscribe(event, (batch) => this.relay.readBack(batch.records));
    try {
      const consumer = await EventConsumer.start({
        log: this.log,
        group,
        subscriptions: [readBack],
        ...HASTE,
      });
      await consumer.ended;
    } catch {
      // It could not join; it is started again like one that ended.
    }
    life.die();
  }

  publish(id: string): void {
    void this.relay.publish(id);
  }
}
