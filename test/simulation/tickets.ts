import type { Tickets } from '../../services/notifications/src/application/ports.js';

const FAR = Date.parse('2999-01-01T00:00:00Z');

/** Tickets are no matter here: the owner is one. */
export const tickets: Tickets = {
  issue: () => Promise.resolve(),
  redeem: (ticket) => {
    const caller = { owner: ticket, role: 'jobseeker', expiresAt: FAR / 1000 } as const;
    return Promise.resolve({ ticket, caller, expiresAt: new Date(FAR).toISOString() });
  },
};
