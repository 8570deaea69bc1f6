import type { Employers } from './ports.js';

export interface EmployersHarness {
  open(): Promise<Employers>;
  reopen(): Promise<Employers>;
  close(): Promise<void>;
}

/** What every store of employers' names promises. Needs Jest's globals. */
export function employersContract(name: string, newHarness: () => EmployersHarness): void {
  describe(`employers on ${name}`, () => {
    let harness: EmployersHarness;
    beforeEach(() => (harness = newHarness()));
    afterEach(() => harness.close());

    it('has no name until one is given, and then the last one', async () => {
      const store = await harness.open();
      expect(await store.name('acme')).toBeUndefined();
      await store.rename('acme', 'Acme');
      await store.rename('acme', 'Acme & Töchter');
      await store.rename('other', 'Other');
      expect(await store.name('acme')).toBe('Acme & Töchter');
      expect(await (await harness.reopen()).name('acme')).toBe('Acme & Töchter');
    });
  });
}
