import { MongoHarness } from '@jobwire/mongo';
import { Health, silentLogger } from '@jobwire/platform';
import { describeWithMongo } from '@jobwire/testing';
import type { Profiles, Stores } from '../../application/ports.js';
import { profilesContract } from '../../application/profiles.contract.js';
import { aProfile } from '../../testing/builders.js';
import { mongoStores } from './mongo-stores.js';

describeWithMongo('profiles in MongoDB', (uri) => {
  const newHarness = (): MongoHarness<Stores, Profiles> =>
    new MongoHarness(
      uri,
      (place) => mongoStores(place, { logger: silentLogger(), health: new Health() }),
      ({ profiles }) => profiles,
    );

  profilesContract('MongoDB', newHarness);

  it('would find in a document what was not erased', async () => {
    const harness = newHarness();
    await (await harness.open()).insert(aProfile({ owner: 'owner-zebedee' }));
    expect(await harness.holds('owner-zebedee')).toBe(true);
    await harness.close();
  });

  it('publishes everything anew to another log, and nothing twice to the same', async () => {
    const harness = newHarness();
    const { profiles } = await harness.openAll('log-1');
    await profiles.insert(aProfile());
    await profiles.confirm([{ key: 'profile-1', revision: 1, offset: 7, partition: 0 }]);
    const again = await harness.openAll('log-1');
    expect(await again.profiles.unpublished(10)).toEqual([]);
    const onAnother = await harness.openAll('log-2');
    expect(await onAnother.profiles.unpublished(10)).toMatchObject([{ key: 'profile-1', revision: 1 }]);
    const reading = { key: 'profile-1', revision: 1, offset: 0, partition: 0 };
    expect(await onAnother.profiles.confirm([reading])).toEqual(['confirmed']);
    expect(await onAnother.profiles.unpublished(10)).toEqual([]);
    await harness.close();
  });
});
