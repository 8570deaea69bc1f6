import { play } from './play.js';

describe('every inbox, list and page is right in the end, whatever happens on the way', () => {
  play(['duplicates', 'relay', 'erasure', 'sockets', 'all']);
});
