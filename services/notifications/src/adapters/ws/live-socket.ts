import { closeCodes, type CloseCode, type ServerMessage } from '@jobwire/contracts';
import type { WebSocket } from 'ws';

/** Bytes that may wait for a client before it counts as too slow. */
const MOST_WAITING = 1_048_576;
const PING_EVERY_MS = 25_000;
const PONG_WITHIN_MS = 8000;
/** A peer that does not answer the close frame is cut off. */
const CLOSE_WITHIN_MS = 2000;

/** A websocket that knows when its peer is too slow or silent. */
export class LiveSocket {
  private readonly pings: NodeJS.Timeout;
  private pongDue: NodeJS.Timeout | undefined;
  private closing = false;
  private reason: CloseCode | undefined;
  lastSentAt = performance.now();

  constructor(private readonly socket: WebSocket) {
    this.pings = setInterval(() => this.ping(), PING_EVERY_MS);
    socket.on('pong', () => clearTimeout(this.pongDue));
    // Errors are followed by close; a frame too large closes with 1009 by itself.
    socket.on('error', () => undefined);
    socket.once('close', () => this.clear());
  }

  get closed(): boolean {
    return this.closing;
  }

  onText(take: (text: string) => void): void {
    this.socket.on('message', (data: Buffer, isBinary: boolean) => {
      if (isBinary) this.close(closeCodes.badMessage);
      else if (!this.closing) take(data.toString('utf8'));
    });
  }

  /** Told why, where it was this side that closed. */
  onClosed(tell: (reason: CloseCode | undefined) => void): void {
    this.socket.once('close', () => tell(this.reason));
  }

  send(message: ServerMessage): void {
    if (this.closing || this.socket.readyState !== this.socket.OPEN) return;
    this.socket.send(JSON.stringify(message));
    this.lastSentAt = performance.now();
    if (this.socket.bufferedAmount > MOST_WAITING) this.close(closeCodes.tooSlow);
  }

  close(why: CloseCode): void {
    if (this.closing) return;
    this.closing = true;
    this.reason = why;
    this.socket.close(why.code, why.reason);
    setTimeout(() => this.socket.terminate(), CLOSE_WITHIN_MS).unref();
  }

  private ping(): void {
    this.socket.ping();
    clearTimeout(this.pongDue);
    this.pongDue = setTimeout(() => this.close(closeCodes.silent), PONG_WITHIN_MS);
  }

  private clear(): void {
    this.closing = true;
    clearInterval(this.pings);
    clearTimeout(this.pongDue);
  }
}
