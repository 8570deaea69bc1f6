import { Module, type DynamicModule, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import type { ServiceContext, ServiceDefinition } from '@jobwire/platform';
import { JobwireApi } from './adapters/api/jobwire-api.js';
import { AdvertController } from './adapters/http/advert.controller.js';
import { AlertsController } from './adapters/http/alerts.controller.js';
import { AssetsMiddleware } from './adapters/http/assets.middleware.js';
import { Desk } from './adapters/http/desk.js';
import { FormMiddleware } from './adapters/http/form.middleware.js';
import { HomeController } from './adapters/http/home.controller.js';
import { HomePage } from './adapters/http/home-page.js';
import { InformationController } from './adapters/http/information.controller.js';
import { LiveController } from './adapters/http/live.controller.js';
import { NotFoundController } from './adapters/http/not-found.controller.js';
import { ProfileController } from './adapters/http/profile.controller.js';
import { SecurityMiddleware } from './adapters/http/security.middleware.js';
import { SkillsController } from './adapters/http/skills.controller.js';
import { VacanciesController } from './adapters/http/vacancies.controller.js';
import { VisitMiddleware } from './adapters/http/visit.middleware.js';
import { Pages } from './adapters/pages/pages.js';
import { SITE } from './application/jobwire-site.js';
import { Sessions } from './application/sessions.js';
import { TokensOfPeople } from './application/tokens-of-people.js';

export { developmentPeople } from './adapters/people/named-people.js';
export type { DevelopmentPerson } from './domain/development-people.js';

const controllers = [
  HomeController,
  ProfileController,
  SkillsController,
  AlertsController,
  VacanciesController,
  AdvertController,
  LiveController,
  InformationController,
  NotFoundController,
];

@Module({})
export class WebModule implements NestModule {
  static of(context: ServiceContext): DynamicModule {
    const now = (): number => context.clock.now().getTime();
    return {
      module: WebModule,
      controllers,
      providers: [
        { provide: SITE, useValue: new JobwireApi(context.origin) },
        { provide: Sessions, useValue: new Sessions(now) },
        { provide: TokensOfPeople, useValue: new TokensOfPeople(context.instance, now) },
        Pages,
        Desk,
        HomePage,
      ],
    };
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer
      .apply(SecurityMiddleware, AssetsMiddleware, VisitMiddleware, FormMiddleware)
      .forRoutes('{*path}');
  }
}

export const service: ServiceDefinition = { name: 'web', module: (context) => WebModule.of(context) };
