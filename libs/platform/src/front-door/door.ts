import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

export interface DoorPlace {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
}

export interface Door {
  readonly url: string;
  /** Takes nobody new, lets answers finish. */
  close(): Promise<void>;
}

export interface Behind {
  request(request: IncomingMessage, response: ServerResponse): Promise<void> | void;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  failed(error: unknown): void;
}

/** An HTTP server of this process. @throws Error that names the settings to change when it cannot listen */
export async function openDoor(place: DoorPlace, behind: Behind): Promise<Door> {
  const server = createServer((request, response) => {
    Promise.resolve(behind.request(request, response)).catch((error: unknown) => {
      behind.failed(error);
      response.destroy();
    });
  });
  server.on('upgrade', (request, socket: Duplex, head: Buffer) => {
    // A peer that resets the connection must not end the process.
    socket.on('error', () => socket.destroy());
    behind.upgrade(request, socket, head);
  });
  await listen(server, place);
  const { address, port } = server.address() as AddressInfo;
  const host = address.includes(':') ? `[${address}]` : address;
  return { url: `http://${host}:${port}`, close: () => closeGently(server) };
}

function listen(server: Server, { host, port }: DoorPlace): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new Error(
      `Port ${port} of ${host} is in use: stop what uses it, or set JOBWIRE_PORT (0 = any free one).`,
    );
  return new Error(
    `Cannot listen on ${host}:${port} (${error.code ?? 'unknown'}): set JOBWIRE_HOST and JOBWIRE_PORT.`,
  );
}

async function closeGently(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const force = setTimeout(() => server.closeAllConnections(), 3000).unref();
  await closed;
  clearTimeout(force);
}
