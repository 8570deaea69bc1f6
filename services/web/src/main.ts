import { main, runFrontDoor } from '@jobwire/platform';
import { service } from './app.module.js';
import { readConfig } from './config.js';

await main(() => runFrontDoor(service, readConfig()));
