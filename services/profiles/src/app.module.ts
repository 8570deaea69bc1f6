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
import { Database, Publication, adoptLog } from '@jobwire/sqlite';
import { loadGazetteer, loadTaxonomy } from '@jobwire/taxonomy';
import { ProfileStateHandler } from './adapters/events/profile-state.handler.js';
import { ProfileController } from './adapters/http/profile.controller.js';
import { SkillsController } from './adapters/http/skills.controller.js';
import { migrations } from './adapters/sqlite/schema.js';
import { SqliteProfiles } from './adapters/sqlite/sqlite-profiles.js';
import { EraseOwnProfile } from './application/erase-own-profile.js';
import { PROFILES, RELAY, UNDERSTANDING, type Profiles } from './application/ports.js';
import { ReadOwnProfile } from './application/read-own-profile.js';
import { WriteOwnProfile } from './application/write-own-profile.js';

const SWEEP_MS = 1000;

@Module({})
export class ProfilesModule implements OnApplicationBootstrap, OnApplicationShutdown, OnModuleInit {
  private stopSweep: () => Promise<void> = () => Promise.resolve();

  constructor(
    @Inject(CONTEXT) private readonly context: ServiceContext,
    @Inject(RELAY) private readonly relay: StateRelay,
    @Inject(Database) private readonly database: Database,
  ) {}

  static of(context: ServiceContext): DynamicModule {
    const database = new Database({ file: context.dataFile('profiles'), migrations });
    return {
      module: ProfilesModule,
      controllers: [ProfileController, SkillsController, ProfileStateHandler],
      providers: [
        { provide: Database, useValue: database },
        { provide: PROFILES, useValue: new SqliteProfiles(database) },
        {
          provide: UNDERSTANDING,
          useFactory: () => ({ taxonomy: loadTaxonomy(), gazetteer: loadGazetteer() }),
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
      ],
    };
  }

  async onModuleInit(): Promise<void> {
    const publication = new Publication(this.database, 'profiles');
    adoptLog(this.database, await this.context.log.logId(), () => publication.forgetLog());
  }

  onApplicationBootstrap(): void {
    const { logger } = this.context;
    this.stopSweep = every(SWEEP_MS, 'publishing what a crash left', () => this.relay.sweep(), logger);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.stopSweep();
    this.database.close();
  }
}

export const service: ServiceDefinition = {
  name: 'profiles',
  module: (context) => ProfilesModule.of(context),
};
