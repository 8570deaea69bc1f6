import { SqliteHarness } from '@jobwire/sqlite';
import { profilesContract } from '../../application/profiles.contract.js';
import { aProfile } from '../../testing/builders.js';
import { migrations } from './schema.js';
import { SqliteProfiles } from './sqlite-profiles.js';

const harness = (place: 'memory' | 'file') =>
  new SqliteHarness(place, migrations, (db) => new SqliteProfiles(db));

profilesContract('SQLite in memory', () => harness('memory'));
profilesContract('SQLite in a file', () => harness('file'));

it('would find in the file what was not erased', async () => {
  const file = harness('file');
  await (await file.open()).insert(aProfile({ owner: 'owner-zebedee' }));
  expect(await file.holds('owner-zebedee')).toBe(true);
  await file.close();
});
