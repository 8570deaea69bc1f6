import { readSettings, serviceShape, type ServiceSettings } from '@jobwire/platform';

/** The environment of this service's own process. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): ServiceSettings {
  return readSettings(serviceShape, environment);
}
