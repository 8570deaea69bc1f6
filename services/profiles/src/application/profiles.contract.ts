import { aProfile } from '../testing/builders.js';
import type { Profiles } from './ports.js';

/** What the contract needs of an adapter; it knows no more of it. */
export interface ProfilesHarness {
  /** A store with nothing in it. */
  open(): Promise<Profiles>;
  /** The same data, by another client. */
  reopen(): Promise<Profiles>;
  /** Whether a text stands anywhere in what the store wrote, deleted or not, as far as one can look. */
  holds(text: string): Promise<boolean>;
  close(): Promise<void>;
}

/** What every store of profiles promises. Needs Jest's globals. */
export function profilesContract(name: string, newHarness: () => ProfilesHarness): void {
  describe(`profiles on ${name}`, () => {
    let harness: ProfilesHarness;
    let store: Profiles;
    beforeEach(async () => {
      harness = newHarness();
      store = await harness.open();
    });
    afterEach(() => harness.close());

    const confirm = async (revision: number, offset: number) =>
      (await store.confirm([{ key: 'profile-1', revision, offset, partition: 0 }]))[0];

    it('gives back what it took, to its owner only, also to another client', async () => {
      const profile = aProfile({
        location: { label: 'Leeds', latitude: 53.8, longitude: -1.5 },
        qualifications: [{ qualification: 'BSc Psychology', read: [] }],
      });
      expect(await store.insert(profile)).toBe(true);
      expect(await store.ofOwner('owner-1')).toEqual(profile);
      expect(await store.ofOwner('owner-2')).toBeUndefined();
      expect(await (await harness.reopen()).ofOwner('owner-1')).toEqual(profile);
    });

    it('keeps one profile for an owner, whoever of many comes first', async () => {
      const ids = Array.from({ length: 10 }, (_, n) => `profile-${n}`);
      const answers = await Promise.all(ids.map((id) => store.insert(aProfile({ id }))));
      expect(answers.filter((taken) => taken)).toHaveLength(1);
      expect((await store.ofOwner('owner-1'))?.id).toBe(ids[answers.indexOf(true)]);
    });

    it('refuses an id that somebody else has', async () => {
      await store.insert(aProfile());
      expect(await store.insert(aProfile({ owner: 'owner-2' }))).toBe(false);
      expect(await store.ofOwner('owner-2')).toBeUndefined();
    });

    it('gives all who are there, page by page', async () => {
      const ids = ['profile-1', 'profile-2', 'profile-3'];
      for (const id of ids) await store.insert(aProfile({ id, owner: `owner of ${id}` }));
      await store.erase('owner of profile-2');
      const page = async (after: string, limit: number) =>
        (await store.page(after, limit)).map(({ id }) => id);
      expect(await page('', 1)).toEqual(['profile-1']);
      expect(await page('profile-1', 5)).toEqual(['profile-3']);
      expect(await page('profile-3', 5)).toEqual([]);
    });

    it('replaces only the revision before, for exactly one of many', async () => {
      await store.insert(aProfile());
      expect(await store.replace(aProfile({ revision: 3 }))).toBe(false);
      const writers = Array.from({ length: 10 }, (_, n) => aProfile({ revision: 2, radiusMiles: n + 1 }));
      const answers = await Promise.all(writers.map((profile) => store.replace(profile)));
      expect(answers.filter((won) => won)).toHaveLength(1);
      expect(await store.ofOwner('owner-1')).toEqual(writers[answers.indexOf(true)]);
    });

    it('publishes the newest state, with nothing in it that matching does not need', async () => {
      await store.insert(
        aProfile({ location: { label: 'Leeds', town: 'Leeds', latitude: 53, longitude: -1 } }),
      );
      const [pending] = await store.unpublished(10);
      expect(pending).toMatchObject({ key: 'profile-1', revision: 1 });
      expect(pending?.data?.location).toEqual({ latitude: 53, longitude: -1 });
      expect(await confirm(1, 0)).toBe('confirmed');
      expect(await store.unpublished(10)).toEqual([]);
      expect(await store.pending('profile-1')).toEqual(pending);
    });

    it('is told by a higher offset only what the topic has', async () => {
      await store.insert(aProfile());
      await store.replace(aProfile({ revision: 2 }));
      await confirm(2, 5);
      expect(await confirm(1, 4)).toBe('older');
      expect(await store.unpublished(10)).toEqual([]);
      expect(await confirm(1, 6)).toBe('confirmed');
      expect(await store.unpublished(10)).toMatchObject([{ revision: 2 }]);
    });

    it('erases a person at once, and lets the id go when its tombstone is on the topic', async () => {
      await store.insert(aProfile());
      await confirm(1, 0);
      expect(await store.erase('owner-1')).toBe('profile-1');
      expect(await store.ofOwner('owner-1')).toBeUndefined();
      expect(await store.pending('profile-1')).toEqual({ key: 'profile-1', revision: 2, data: null });
      expect(await store.unburied()).toEqual(['profile-1']);
      expect(await confirm(1, 1)).toBe('confirmed');
      expect(await store.unburied()).toEqual(['profile-1']);
      expect(await confirm(2, 2)).toBe('confirmed');
      expect(await store.unburied()).toEqual([]);
      expect(await store.pending('profile-1')).toBeUndefined();
      expect(await confirm(2, 2)).toBe('absent');
    });

    it('has nobody to erase twice, or who was never there', async () => {
      await store.insert(aProfile());
      expect(await store.erase('owner-2')).toBeUndefined();
      await store.erase('owner-1');
      expect(await store.erase('owner-1')).toBeUndefined();
      expect(await store.unburied()).toEqual(['profile-1']);
    });

    it('does not let a late writer bring an erased profile back', async () => {
      await store.insert(aProfile());
      await store.erase('owner-1');
      expect(await store.replace(aProfile({ revision: 2 }))).toBe(false);
      expect(await store.replace(aProfile({ revision: 3 }))).toBe(false);
      expect(await store.ofOwner('owner-1')).toBeUndefined();
    });

    it('takes a new profile of somebody who returns, before and after the tombstone', async () => {
      await store.insert(aProfile());
      await store.erase('owner-1');
      expect(await store.insert(aProfile({ id: 'profile-2' }))).toBe(true);
      expect((await store.ofOwner('owner-1'))?.id).toBe('profile-2');
      await confirm(2, 0);
      expect((await store.ofOwner('owner-1'))?.id).toBe('profile-2');
    });

    it('leaves nothing of an erased person in what it wrote', async () => {
      const skills = [{ id: 'label:zitherspiel', label: 'zitherspiel '.repeat(2000), known: false }];
      await store.insert(aProfile({ owner: 'owner-zebedee', skills }));
      await store.replace(aProfile({ owner: 'owner-zebedee', skills, revision: 2 }));
      await store.insert(aProfile({ id: 'other', owner: 'owner-other' }));
      await store.erase('owner-zebedee');
      expect(await harness.holds('zitherspiel')).toBe(false);
      expect(await harness.holds('owner-zebedee')).toBe(false);
      expect((await store.ofOwner('owner-other'))?.id).toBe('other');
    });
  });
}
