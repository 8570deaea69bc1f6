import {
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { profileState } from '@jobwire/contracts';
import { StateRelay, type EventPublisher } from '@jobwire/messaging';
import { CONTEXT, PUBLISHER, every, type ServiceContext, type ServiceDefinition } from '@jobwire/platform';
import { loadGazetteer, loadTaxonomy } from '@jobwire/taxonomy';
import { ProfileStateHandler } from './adapters/events/profile-state.handler.js';
import { ProfileController } from './adapters/http/profile.controller.js';
import { SkillsController } from './adapters/http/skills.controller.js';
import { sqliteStores } from './adapters/sqlite/sqlite-stores.js';
import { EraseOwnProfile } from './application/erase-own-profile.js';
import { FollowReplaced } from './application/follow-replaced.js';
import { PROFILES, RELAY, STORES, UNDERSTANDING, type Profiles, type Stores } from './application/ports.js';
import { ReadOwnProfile } from './application/read-own-profile.js';
import { WriteOwnProfile } from './application/write-own-profile.js';

const SWEEP_MS = 1000;

@Module({})
export class ProfilesModule implements OnApplicationBootstrap, OnApplicationShutdown, OnModuleInit {
  private stops: (() => Promise<void>)[] = [];

  constructor(
    @Inject(CONTEXT) private readonly context: ServiceContext,
    @Inject(RELAY) private readonly relay: StateRelay,
    @Inject(FollowReplaced) private readonly taxonomies: FollowReplaced,
    @Inject(STORES) private readonly stores: Stores,
  ) {}

  static of(context: ServiceContext): DynamicModule {
    return {
      module: ProfilesModule,
      controllers: [ProfileController, SkillsController, ProfileStateHandler],
      providers: [
        { provide: STORES, useFactory: () => storesOf(context) },
        { provide: PROFILES, inject: [STORES], useFactory: ({ profiles }: Stores) => profiles },
        {
          provide: UNDERSTANDING,
          useFactory: () => {
            const taxonomy = loadTaxonomy(context.taxonomy);
            // Makes the index, a second's work with ESCO that nobody who types should wait for.
            taxonomy.suggestSkills('a', 1);
            return { taxonomy, gazetteer: loadGazetteer(context.places) };
          },
        },
        {
          provide: RELAY,
          inject: [PROFILES, PUBLISHER],
          useFactory: (states: Profiles, publisher: EventPublisher) =>
            new StateRelay({ event: profileState, states, publisher, logger: context.logger }),
        },
        WriteOwnProfile,
        ReadOwnProfile,
        EraseOwnProfile,
        FollowReplaced,
      ],
    };
  }

  async onModuleInit(): Promise<void> {
    await this.stores.open(await this.context.log.logId());
  }

  onApplicationBootstrap(): void {
    const { logger, metrics, name } = this.context;
    metrics.watchOutbox(name, () => this.relay.backlog);
    this.stops = [
      every(SWEEP_MS, 'publishing what a crash left', () => this.relay.sweep(), logger),
      every(SWEEP_MS, 'following replaced concepts', () => this.taxonomies.run(), logger),
    ];
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.stops.map((stop) => stop()));
    await this.stores.close();
  }
}

/** mongoose takes 0.35 s and 39 MB to load, which SQLite does without. */
async function storesOf(context: ServiceContext): Promise<Stores> {
  const { storage } = context;
  if (storage.kind === 'sqlite') return sqliteStores(storage.file('profiles'));
  const { mongoStores } = await import('./adapters/mongo/mongo-stores.js');
  return mongoStores(storage, context);
}

export const service: ServiceDefinition = {
  name: 'profiles',
  module: (context) => ProfilesModule.of(context),
};
