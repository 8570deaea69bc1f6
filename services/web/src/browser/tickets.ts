export type FetchTicket = () => Promise<string>;

export class TicketRefused extends Error {
  constructor(readonly status: number) {
    super(`no ticket: ${status}`);
  }
}

/** Asks the site for a ticket of the person signed in on `side`; the token itself never comes here. */
export function ticketsOf(side: string, csrfToken: string): FetchTicket {
  return async () => {
    const response = await fetch('/live-tickets', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'X-CSRF-Token': csrfToken },
      body: new URLSearchParams({ side }),
    });
    if (!response.ok) throw new TicketRefused(response.status);
    const { ticket } = (await response.json()) as { ticket: string };
    return ticket;
  };
}
