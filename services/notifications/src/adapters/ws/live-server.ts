import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { FRAME_LIMIT, closeCodes, type AlertChanged } from '@jobwire/contracts';
import type { Clock } from '@jobwire/kernel';
import { CLOCK, CONTEXT, type ServiceContext, type Upgrades } from '@jobwire/platform';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocketServer, type WebSocket } from 'ws';
import { EPOCH, INBOX, TICKETS, type Epoch, type Inbox, type Tickets } from '../../application/ports.js';
import { ReadOwnAlerts } from '../../application/read-own-alerts.js';
import type { Told } from './inbox-feed.js';
import { KeptPositions } from './kept-positions.js';
import { LiveConnection, type ConnectionTools } from './live-connection.js';
import { LiveMetrics } from './live-metrics.js';
import { LiveSocket } from './live-socket.js';
import { isOriginAllowed } from './origin.js';
import { Registry } from './registry.js';

/** Clients of a stopping server come back to another one; spread over this long they do not come all at once. */
const DRAIN_MS = 2000;

@Injectable()
export class LiveServer implements Upgrades, BeforeApplicationShutdown {
  /** permessage-deflate stays off: a context per socket costs more than these small frames save. */
  private readonly server = new WebSocketServer({
    noServer: true,
    maxPayload: FRAME_LIMIT,
    perMessageDeflate: false,
    clientTracking: false,
  });
  private readonly sockets = new Set<LiveSocket>();
  private readonly registry = new Registry();
  private readonly positions: KeptPositions;
  private draining = false;

  constructor(
    @Inject(TICKETS) private readonly tickets: Tickets,
    @Inject(INBOX) private readonly inbox: Inbox,
    @Inject(ReadOwnAlerts) private readonly alerts: ReadOwnAlerts,
    @Inject(EPOCH) private readonly epoch: Epoch,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONTEXT) private readonly context: ServiceContext,
    @Inject(LiveMetrics) private readonly metrics: LiveMetrics,
  ) {
    context.upgrades = this;
    this.positions = new KeptPositions(context.log, context.partitions, clock);
  }

  get connections(): number {
    return this.sockets.size;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.draining) return refuse(socket, '503 Service Unavailable');
    if (!isOriginAllowed(request.headers, this.context.allowedOrigins))
      return refuse(socket, '403 Forbidden');
    this.server.handleUpgrade(request, socket, head, (client) => this.accept(client));
  }

  /**
   * Hands a change to the sockets of its person and of the employers in whose lists they stand; answers whether there
   * were any.
   */
  deliver(change: AlertChanged, told: Told = {}): boolean {
    let given = false;
    for (const connection of change.alerts.length > 0 ? this.registry.ofOwner(change.owner) : []) {
      connection.deliver(change, told);
      given = true;
    }
    for (const hint of change.candidates)
      for (const connection of this.registry.ofEmployer(hint.employerId)) {
        connection.hint(hint, told);
        given = true;
      }
    return given;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.draining = true;
    const sockets = [...this.sockets];
    await Promise.all(
      sockets.map(async (socket, n) => {
        await pause((n / sockets.length) * DRAIN_MS);
        const closed = new Promise<void>((resolve) => socket.onClosed(() => resolve()));
        socket.close(closeCodes.restart);
        await closed;
      }),
    );
  }

  private accept(client: WebSocket): void {
    const socket = new LiveSocket(client);
    this.sockets.add(socket);
    const connection = new LiveConnection(socket, this.tools());
    socket.onClosed((reason) => {
      if (reason === closeCodes.tooSlow) this.metrics.tooSlow();
      this.sockets.delete(socket);
      this.registry.remove(connection);
    });
  }

  private tools(): ConnectionTools {
    return {
      redeem: (ticket) => this.tickets.redeem(ticket, this.clock.now()),
      welcome: (connection) => this.registry.add(connection),
      epoch: this.epoch,
      kept: (owner, position) => this.positions.isKept(owner, position),
      newest: (owner) => this.inbox.newest(owner),
      readFrom: (owner) => async (position, limit) =>
        this.alerts.inWords(await this.inbox.read({ owner, order: 'oldest', after: { position }, limit })),
      clock: this.clock,
      logger: this.context.logger,
    };
  }
}

function refuse(socket: Duplex, status: string): void {
  // Without a listener a peer that resets the connection would end the whole process.
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
