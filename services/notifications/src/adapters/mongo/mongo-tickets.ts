import type { MongoDatabase } from '@jobwire/mongo';
import { Schema, trusted, type Model } from 'mongoose';
import type { Ticket, Tickets } from '../../application/ports.js';

interface TicketDocument {
  /** The ticket itself. */
  readonly _id: string;
  readonly caller: Ticket['caller'];
  readonly expiresAt: Date;
}

const ticketSchema = new Schema<TicketDocument>(
  { _id: { type: String, required: true }, caller: Schema.Types.Mixed, expiresAt: Date },
  { versionKey: false, strict: 'throw' },
);
ticketSchema.index({ expiresAt: 1 });

export class MongoTickets implements Tickets {
  private readonly tickets: Model<TicketDocument>;

  constructor(private readonly db: MongoDatabase) {
    this.tickets = db.collection('tickets', ticketSchema);
  }

  async issue({ ticket, caller, expiresAt }: Ticket): Promise<void> {
    const document = { _id: ticket, caller, expiresAt: new Date(expiresAt) };
    await this.db.run(() => this.tickets.insertOne(document));
  }

  /** Taken out, so that one of many who try at once has it. The unused of others go by the same clock. */
  async redeem(ticket: string, now: Date): Promise<Ticket | undefined> {
    const expired = { expiresAt: trusted({ $lt: now }) };
    const [found] = await Promise.all([
      this.db.run(() => this.tickets.findOneAndDelete({ _id: ticket }).lean<TicketDocument>()),
      this.db.run(() => this.tickets.deleteMany(expired)),
    ]);
    if (found === null || found.expiresAt < now) return undefined;
    return { ticket, caller: found.caller, expiresAt: found.expiresAt.toISOString() };
  }
}
