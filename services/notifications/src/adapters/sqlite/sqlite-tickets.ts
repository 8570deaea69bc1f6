import type { Database } from '@jobwire/sqlite';
import type { Ticket, Tickets } from '../../application/ports.js';

interface TicketRow {
  ticket: string;
  caller: string;
  expires_at: string;
}

export class SqliteTickets implements Tickets {
  constructor(private readonly db: Database) {}

  async issue({ ticket, caller, expiresAt }: Ticket): Promise<void> {
    await this.db.write(() =>
      this.db.run('INSERT INTO tickets VALUES (?, ?, ?)', ticket, JSON.stringify(caller), expiresAt),
    );
  }

  async redeem(ticket: string, now: Date): Promise<Ticket | undefined> {
    const [row] = await this.db.write(() => {
      const found = this.db.all<TicketRow>('DELETE FROM tickets WHERE ticket = ? RETURNING *', ticket);
      this.db.run('DELETE FROM tickets WHERE expires_at < ?', now.toISOString());
      return found;
    });
    if (row === undefined || Date.parse(row.expires_at) < now.getTime()) return undefined;
    return { ticket, caller: JSON.parse(row.caller) as Ticket['caller'], expiresAt: row.expires_at };
  }
}
