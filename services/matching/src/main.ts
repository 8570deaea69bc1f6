import { main, runService } from '@jobwire/platform';
import { service } from './app.module.js';
import { readConfig } from './config.js';

await main(() => runService(service, readConfig()));
