import { ServerMessage } from '@jobwire/contracts';
import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';

/** A websocket without a network: what is sent arrives in order, a little later, unless the line is cut. */
export class Wire extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  readonly bufferedAmount = 0;
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly travel: () => Promise<unknown>,
    private readonly arrived: (message: ServerMessage) => void,
    private readonly closed: () => void,
  ) {
    super();
  }

  /** The server's end of it. */
  get server(): WebSocket {
    return this as unknown as WebSocket;
  }

  say(message: object): void {
    const text = Buffer.from(JSON.stringify(message));
    void this.travel().then(() => this.emit('message', text, false));
  }

  send(text: string): void {
    const message = ServerMessage.parse(JSON.parse(text));
    this.last = this.arriveAfter(this.last, message);
  }

  private async arriveAfter(before: Promise<void>, message: ServerMessage): Promise<void> {
    await before;
    await this.travel();
    if (this.readyState === 1) this.arrived(message);
  }

  ping(): void {
    this.emit('pong');
  }

  /** Either end closes, or the line breaks. */
  close(): void {
    if (this.readyState !== 1) return;
    this.readyState = 3;
    this.emit('close');
    this.closed();
  }

  terminate(): void {
    this.close();
  }
}
