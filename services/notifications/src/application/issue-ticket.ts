import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@jobwire/kernel';
import { CLOCK, type Caller } from '@jobwire/platform';
import { randomBytes } from 'node:crypto';
import { TICKETS, type Ticket, type Tickets } from './ports.js';

const LIFE_MS = 30_000;

/** A ticket stands for the person at the websocket, so that no token has to travel there. */
@Injectable()
export class IssueTicket {
  constructor(
    @Inject(TICKETS) private readonly tickets: Tickets,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async issue({ owner, role, expiresAt, employer }: Caller): Promise<Ticket> {
    const ticket: Ticket = {
      ticket: randomBytes(24).toString('base64url'),
      caller: { owner, role, expiresAt, ...(employer === undefined ? {} : { employerId: employer.id }) },
      expiresAt: new Date(this.clock.now().getTime() + LIFE_MS).toISOString(),
    };
    await this.tickets.issue(ticket);
    return ticket;
  }
}
