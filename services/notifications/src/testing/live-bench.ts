// One live connection over a fake socket, with tickets, inbox and time in the test's hand.
import type { Alert, AlertChanged } from '@jobwire/contracts';
import { ManualClock } from '@jobwire/kernel';
import { silentLogger } from '@jobwire/platform';
import type { WebSocket } from 'ws';
import { LiveConnection } from '../adapters/ws/live-connection.js';
import { LiveSocket } from '../adapters/ws/live-socket.js';
import { Registry } from '../adapters/ws/registry.js';
import type { Ticket } from '../application/ports.js';
import { alertOf } from '../domain/in-words.js';
import { NOW, aCard, aTicket, anItem } from './builders.js';
import { FakeWebSocket } from './fake-web-socket.js';

export function anAlert(position: number, vacancyId = `v${position}`): Alert {
  return alertOf(anItem({ position, vacancyId }), aCard(), (id) => id);
}

export class LiveBench {
  readonly clock = new ManualClock(new Date(NOW));
  readonly registry = new Registry();
  readonly tickets = new Map<string, Ticket>();
  inbox: Alert[] = [];
  epoch = 'log-1';
  /** What came before it is not kept any more. */
  firstKept = 0;

  issue(ticket: string, caller: Partial<Ticket['caller']> = {}): string {
    this.tickets.set(ticket, aTicket({ ticket, caller: { ...aTicket().caller, ...caller } }));
    return ticket;
  }

  connect(): FakeWebSocket {
    const client = new FakeWebSocket();
    const socket = new LiveSocket(client as unknown as WebSocket);
    const connection = new LiveConnection(socket, {
      redeem: async (ticket) => this.take(ticket),
      welcome: (one) => this.registry.add(one),
      epoch: async () => this.epoch,
      kept: async (_, position) => position >= this.firstKept,
      newest: async () => Math.max(0, ...this.inbox.map(({ position }) => position)),
      readFrom: () => async (position, limit) =>
        this.inbox.filter((alert) => alert.position >= position).slice(0, limit),
      clock: this.clock,
      logger: silentLogger(),
    });
    socket.onClosed(() => this.registry.remove(connection));
    return client;
  }

  /** As a replica that read a change hands it on. */
  deliver(change: Partial<AlertChanged>): void {
    const whole = { profileId: 'profile-1', owner: 'owner-1', position: 0, alerts: [], candidates: [] };
    const { owner, ...rest } = { ...whole, ...change };
    for (const connection of this.registry.ofOwner(owner)) connection.deliver({ owner, ...rest });
  }

  private take(ticket: string): Ticket | undefined {
    const found = this.tickets.get(ticket);
    this.tickets.delete(ticket);
    return found;
  }
}
