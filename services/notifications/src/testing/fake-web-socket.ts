import { EventEmitter } from 'node:events';
import type { ServerMessage } from '@jobwire/contracts';

/** What `ws` gives a server of one client, with the client's end in the test's hand. */
export class FakeWebSocket extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  pings = 0;
  silent = false;
  readonly sent: ServerMessage[] = [];
  /** Why the server closed. */
  code: number | undefined;

  send(text: string): void {
    this.sent.push(JSON.parse(text) as ServerMessage);
  }

  ping(): void {
    this.pings++;
    if (!this.silent) void Promise.resolve().then(() => this.emit('pong'));
  }

  close(code: number): void {
    this.code = code;
    this.leave();
  }

  terminate(): void {
    this.leave();
  }

  says(message: unknown): void {
    const text = typeof message === 'string' ? message : JSON.stringify(message);
    this.emit('message', Buffer.from(text), false);
  }

  /** The client goes. */
  leave(): void {
    if (this.readyState !== this.OPEN) return;
    this.readyState = 3;
    this.emit('close');
  }
}
