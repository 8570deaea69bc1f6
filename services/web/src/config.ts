import { frontDoorShape, readSettings, type FrontDoorSettings } from '@jobwire/platform';

/** The environment of the front door's own process. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): FrontDoorSettings {
  return readSettings(frontDoorShape, environment);
}
