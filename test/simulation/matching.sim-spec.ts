import { play } from './play.js';

describe('no pair is missed, whatever happens to matching', () => {
  play(['takeover', 'deployments', 'zombies', 'storm', 'lost', 'away', 'clocks']);
});
