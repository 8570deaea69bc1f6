import { Module, type DynamicModule } from '@nestjs/common';
import { EventPublisher } from '@jobwire/messaging';
import { TokenVerifier } from '../auth/verifier.js';
import { CallLimit } from '../http/call-limit.js';
import { Health } from '../health/health.js';
import { Metrics } from '../metrics/metrics.js';
import { CLOCK, CONTEXT, LOGGER, PUBLISHER, type ServiceContext } from './service-context.js';

/** What any provider of a service may ask for. */
@Module({})
export class PlatformModule {
  static of(context: ServiceContext): DynamicModule {
    const publisher = new EventPublisher(context.log, `urn:jobwire:${context.name}`, context.clock);
    const providers = [
      { provide: CONTEXT, useValue: context },
      { provide: CLOCK, useValue: context.clock },
      { provide: LOGGER, useValue: context.logger },
      { provide: PUBLISHER, useValue: publisher },
      { provide: TokenVerifier, useValue: context.verifier },
      { provide: Metrics, useValue: context.metrics },
      { provide: CallLimit, useValue: new CallLimit(context.callsAMinute) },
      { provide: Health, useValue: context.health },
    ];
    return {
      module: PlatformModule,
      global: true,
      providers,
      exports: providers.map(({ provide }) => provide),
    };
  }
}
