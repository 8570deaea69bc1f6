import type { ServerMessage } from '@jobwire/contracts';
import { afterClose, afterTicketRefusal, type AfterClose } from './reconnect-policy.js';
import { TicketRefused, type FetchTicket } from './tickets.js';

export type Connection =
  | { readonly state: 'connecting' | 'connected' }
  | { readonly state: 'waiting'; readonly seconds: number }
  | { readonly state: 'ended'; readonly why: 'signed-out' | 'refused' };

export interface LiveEvents {
  connection(connection: Connection): void;
  message(message: ServerMessage): void;
}

interface Place {
  epoch: string;
  position: number;
}

const STEADY_MS = 10_000;

/** One side's websocket: opens with a ticket, keeps its place in the log, comes back as the close code allows. */
export class LiveSocket {
  private socket: WebSocket | undefined;
  private attempt = 0;
  private steady: number | undefined;
  private pause: number | undefined;

  constructor(
    private readonly address: string,
    private readonly ticket: FetchTicket,
    private readonly events: LiveEvents,
    /** Where the page stands; undefined on the side that has no positions. */
    private readonly place: Place | undefined,
  ) {}

  async open(): Promise<void> {
    clearTimeout(this.pause);
    this.events.connection({ state: 'connecting' });
    try {
      this.connect(await this.ticket());
    } catch (error) {
      const status = error instanceof TicketRefused ? error.status : 0;
      this.retry(afterTicketRefusal(status, this.attempt, Math.random()));
    }
  }

  /** Goes on at once where a pause would still last: the network is back. */
  hurry(): void {
    if (this.pause === undefined) return;
    void this.open();
  }

  private connect(ticket: string): void {
    this.pause = undefined;
    const socket = new WebSocket(this.address);
    this.socket = socket;
    socket.addEventListener('open', () => this.send({ type: 'hello', ticket, ...this.place }));
    socket.addEventListener('message', ({ data }) => this.receive(String(data)));
    socket.addEventListener('close', ({ code }) => this.closed(code));
  }

  private receive(frame: string): void {
    const message = JSON.parse(frame) as ServerMessage;
    if (message.type === 'ready') this.ready(message);
    if (message.type === 'alert' && this.place !== undefined) this.place.position = message.position;
    if (message.type === 'renew') void this.renew();
    this.events.message(message);
  }

  /** A replay still follows a recovered ready, so the place moves with its alerts only. */
  private ready({ recovered, epoch, position }: ServerMessage & { type: 'ready' }): void {
    if (this.place !== undefined && !recovered) Object.assign(this.place, { epoch, position });
    this.events.connection({ state: 'connected' });
    this.steady = setTimeout(() => (this.attempt = 0), STEADY_MS);
  }

  /** When no ticket is to be had the server closes with 3003, and the way back tells why. */
  private async renew(): Promise<void> {
    try {
      this.send({ type: 'renew', ticket: await this.ticket() });
    } catch {
      this.socket?.close();
    }
  }

  private send(message: object): void {
    this.socket?.send(JSON.stringify(message));
  }

  private closed(code: number): void {
    clearTimeout(this.steady);
    this.socket = undefined;
    this.retry(afterClose(code, this.attempt, Math.random()));
  }

  private retry(next: AfterClose): void {
    if (!next.comeBack) return this.events.connection({ state: 'ended', why: next.why });
    this.attempt++;
    this.events.connection({ state: 'waiting', seconds: Math.max(1, Math.round(next.pauseMs / 1000)) });
    this.pause = setTimeout(() => void this.open(), next.pauseMs);
  }
}
