import { aTicket, NOW } from '../testing/builders.js';
import type { Tickets } from './ports.js';

export interface TicketsHarness {
  open(): Promise<Tickets>;
  reopen(): Promise<Tickets>;
  close(): Promise<void>;
}

/** What every store of tickets promises. Needs Jest's globals. */
export function ticketsContract(name: string, newHarness: () => TicketsHarness): void {
  describe(`tickets on ${name}`, () => {
    let harness: TicketsHarness;
    let tickets: Tickets;
    const now = new Date(NOW);
    beforeEach(async () => {
      harness = newHarness();
      tickets = await harness.open();
    });
    afterEach(() => harness.close());

    it('redeems a ticket once', async () => {
      const ticket = aTicket({ caller: { ...aTicket().caller, role: 'employer', employerId: 'acme' } });
      await tickets.issue(ticket);
      expect(await tickets.redeem('ticket-1', now)).toEqual(ticket);
      expect(await tickets.redeem('ticket-1', now)).toBeUndefined();
      expect(await tickets.redeem('nobody', now)).toBeUndefined();
    });

    it('redeems it for one of many who try at once', async () => {
      await tickets.issue(aTicket());
      const tries = Array.from({ length: 10 }, () => tickets.redeem('ticket-1', now));
      expect((await Promise.all(tries)).filter((found) => found !== undefined)).toHaveLength(1);
    });

    it('redeems it at another client', async () => {
      await tickets.issue(aTicket());
      expect(await (await harness.reopen()).redeem('ticket-1', now)).toEqual(aTicket());
    });

    it('refuses it after its time, not at it', async () => {
      const expires = new Date(aTicket().expiresAt);
      await tickets.issue(aTicket({ ticket: 'a' }));
      await tickets.issue(aTicket({ ticket: 'b' }));
      expect(await tickets.redeem('a', expires)).toBeDefined();
      expect(await tickets.redeem('b', new Date(expires.getTime() + 1))).toBeUndefined();
      expect(await tickets.redeem('b', now)).toBeUndefined();
    });
  });
}
