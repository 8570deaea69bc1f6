import { partitionOf } from '@jobwire/kernel';
import { Bench, PARTITIONS } from '../testing/bench.js';
import { aJobseeker, anInput } from '../testing/builders.js';

let bench: Bench;
beforeEach(() => (bench = new Bench()));

const alice = aJobseeker();
const write = (changes = {}, expected?: number) => bench.writing.write(anInput(changes), alice, expected);

it('begins a profile, then replaces the whole of it', async () => {
  const first = await write({ radiusMiles: 5, remote: true });
  expect(first).toMatchObject({ begun: true, profile: { revision: 1, radiusMiles: 5 } });
  bench.clock.advance(1000);
  const second = await write({ visible: true });
  expect(second).toMatchObject({
    begun: false,
    profile: { id: first.profile.id, revision: 2, radiusMiles: 20, remote: false, visible: true },
  });
  expect(second.profile.createdAt).toBe(first.profile.createdAt);
  expect(second.profile.updatedAt).not.toBe(first.profile.updatedAt);
  expect(await bench.reading.read(alice)).toEqual(second.profile);
  expect(bench.published).toHaveLength(2);
});

it('gives two who begin at once one profile', async () => {
  const [a, b] = await Promise.all([write({ radiusMiles: 5 }), write({ radiusMiles: 6 })]);
  expect(a.profile.id).toBe(b.profile.id);
  expect(a.begun).not.toBe(b.begun);
  expect((await bench.reading.read(alice)).revision).toBe(2);
});

it('refuses what was written on an older revision, or on one that does not exist yet', async () => {
  await expect(write({}, 1)).rejects.toMatchObject({ code: 'STALE_REVISION', extra: { revision: 0 } });
  await write();
  await write({}, 1);
  await expect(write({}, 1)).rejects.toMatchObject({ code: 'STALE_REVISION', extra: { revision: 2 } });
});

it('keeps the profiles of people apart', async () => {
  await write();
  const bob = await bench.writing.write(anInput(), aJobseeker('bob'));
  expect(bob.begun).toBe(true);
  expect((await bench.reading.read(alice)).id).not.toBe(bob.profile.id);
});

it('begins anew after erasure under another id in the same partition', async () => {
  for (const name of ['alice', 'bob', 'carol']) {
    const person = aJobseeker(name);
    const { profile: before } = await bench.writing.write(anInput(), person);
    await bench.erasing.erase(person);
    const { profile: after, begun } = await bench.writing.write(anInput(), person);
    expect(begun).toBe(true);
    expect(after.revision).toBe(1);
    expect(after.id).not.toBe(before.id);
    const wanted = partitionOf(person.owner, PARTITIONS);
    expect([before, after].map(({ id }) => partitionOf(id, PARTITIONS))).toEqual([wanted, wanted]);
  }
});

it('keeps what was written when the log is away', async () => {
  bench.logIsAway = true;
  const { profile } = await write();
  expect(await bench.reading.read(alice)).toEqual(profile);
  expect(await bench.profiles.unpublished(10)).toHaveLength(1);
});

it('publishes neither the words of a place nor when somebody wrote', async () => {
  await write({ location: { postcode: 'LS1 4AP' } });
  expect(bench.published.join()).not.toMatch(/LS1|Leeds|createdAt/);
});

it('says that there is no profile', async () => {
  await expect(bench.reading.read(alice)).rejects.toMatchObject({ code: 'PROFILE_NOT_FOUND' });
});
