import type { ServiceDefinition } from '@jobwire/platform';
import { service as matching } from '@jobwire/matching/app.module';
import { service as notifications } from '@jobwire/notifications/app.module';
import { service as profiles } from '@jobwire/profiles/app.module';
import { service as vacancies } from '@jobwire/vacancies/app.module';
import { service as web } from '@jobwire/web/app.module';

/** In the order in which they start; they stop the other way round. */
export const services: readonly ServiceDefinition[] = [notifications, matching, vacancies, profiles, web];
