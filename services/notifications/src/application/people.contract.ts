import type { ManualClock } from '@jobwire/kernel';
import { aPerson } from '../testing/builders.js';
import type { People } from './ports.js';

export interface PeopleHarness {
  /** What the store is given as its clock. */
  readonly clock: ManualClock;
  open(): Promise<People>;
  reopen(): Promise<People>;
  /** Whether a text stands anywhere in what the store wrote, deleted or not, as far as one can look. */
  holds(text: string): Promise<boolean>;
  close(): Promise<void>;
}

/** What every store of people promises. Needs Jest's globals. */
export function peopleContract(name: string, newHarness: () => PeopleHarness): void {
  describe(`people on ${name}`, () => {
    let harness: PeopleHarness;
    let people: People;
    beforeEach(async () => {
      harness = newHarness();
      people = await harness.open();
    });
    afterEach(() => harness.close());

    it('gives back those it knows, also to another client', async () => {
      await people.keep([aPerson(), aPerson({ profileId: 'profile-2', owner: 'owner-2' })]);
      await people.keep([]);
      const found = await (await harness.reopen()).of(['profile-1', 'nobody']);
      expect(found).toEqual(new Map([['profile-1', aPerson()]]));
    });

    it('keeps the newest revision, in whatever order they come', async () => {
      await people.keep([aPerson({ revision: 3 })]);
      await people.keep([aPerson({ revision: 2 })]);
      expect((await people.of(['profile-1'])).get('profile-1')?.revision).toBe(3);
    });

    it('forgets an erased person for good: what comes later is not kept', async () => {
      await people.keep([aPerson()]);
      await people.erase('profile-1');
      await people.keep([aPerson({ revision: 9 })]);
      expect(await people.of(['profile-1'])).toEqual(new Map());
      expect(await people.erased(['profile-1', 'profile-2'])).toEqual(new Set(['profile-1']));
      expect(await (await harness.reopen()).erased(['profile-1'])).toEqual(new Set(['profile-1']));
    });

    it('marks also somebody it never knew, and the first time counts', async () => {
      const first = harness.clock.now();
      await people.erase('stranger');
      harness.clock.advance(1000);
      await people.erase('stranger');
      expect(await people.erasedSince(first)).toEqual(['stranger']);
      expect(await people.erasedSince(harness.clock.now())).toEqual([]);
    });

    it('keeps nothing of an erased person but the id of the profile', async () => {
      await people.keep([aPerson({ owner: 'owner-zebedee' })]);
      await people.erase('profile-1');
      expect(await harness.holds('owner-zebedee')).toBe(false);
    });
  });
}
