import { LIVE_PATH, type ServerMessage } from '@jobwire/contracts';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Api } from './api.js';

/** A websocket client that keeps what it was told. */
export class LiveClient {
  private static readonly all = new Set<LiveClient>();

  /** Those that a test left open. */
  static closeAll(): void {
    for (const client of LiveClient.all) client.socket.terminate();
    LiveClient.all.clear();
  }

  readonly messages: ServerMessage[] = [];
  closed: { code: number; reason: string } | undefined;

  private constructor(
    readonly socket: WebSocket,
    onMessage: (message: ServerMessage) => void,
  ) {
    LiveClient.all.add(this);
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString('utf8')) as ServerMessage;
      this.messages.push(message);
      onMessage(message);
    });
    socket.on('error', () => undefined);
    socket.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString('utf8') };
    });
  }

  /** Opens without a hello. */
  static async open(
    api: Api,
    options: { headers?: Record<string, string>; onMessage?: (message: ServerMessage) => void } = {},
  ): Promise<LiveClient> {
    const address = new URL(LIVE_PATH, api.url.replace(/^http/, 'ws'));
    const socket = new WebSocket(address, { headers: options.headers ?? {} });
    const client = new LiveClient(socket, options.onMessage ?? (() => undefined));
    await once(socket, 'open');
    return client;
  }

  /** Opens, says hello with a fresh ticket and waits for ready. */
  static async hello(
    api: Api,
    place: { epoch?: string; position?: number } = {},
    onMessage?: (message: ServerMessage) => void,
  ): Promise<LiveClient> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const client = await LiveClient.open(api, {
      onMessage: (message) => {
        if (message.type === 'ready') resolve();
        onMessage?.(message);
      },
    });
    const { body } = await api.post<{ ticket: string }>('/api/v1/live/tickets');
    client.socket.send(JSON.stringify({ type: 'hello', ticket: body.ticket, ...place }));
    await promise;
    return client;
  }

  alerts() {
    return this.messages.filter((message) => message.type === 'alert');
  }

  close(): void {
    this.socket.close();
  }
}
