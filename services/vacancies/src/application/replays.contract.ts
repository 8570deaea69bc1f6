import type { Replays } from './ports.js';

export interface ReplaysHarness {
  open(): Promise<Replays>;
  reopen(): Promise<Replays>;
  close(): Promise<void>;
}

/** What every store of replays promises. Needs Jest's globals. */
export function replaysContract(name: string, newHarness: () => ReplaysHarness): void {
  describe(`replays on ${name}`, () => {
    let harness: ReplaysHarness;
    beforeEach(() => (harness = newHarness()));
    afterEach(() => harness.close());

    it('keeps what was proposed first for a source, once and for good', async () => {
      const replays = await harness.open();
      expect(await replays.daysOf('feed', 100)).toBe(100);
      expect(await replays.daysOf('feed', 101)).toBe(100);
      expect(await replays.daysOf('feed', undefined)).toBe(100);
      expect(await replays.daysOf('other', -3)).toBe(-3);
      expect(await (await harness.reopen()).daysOf('feed', 7)).toBe(100);
    });

    it('does not move a source that was never replayed, and leaves it free to be', async () => {
      const replays = await harness.open();
      expect(await replays.daysOf('feed', undefined)).toBe(0);
      expect(await replays.daysOf('feed', 5)).toBe(5);
    });
  });
}
