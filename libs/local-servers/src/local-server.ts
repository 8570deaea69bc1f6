import type { Say } from './progress.js';

/** A server of one's own on this machine. It ends with the process that started it, also when that one is killed. */
export interface LocalServer {
  /** `127.0.0.1:<port>` for Kafka, `mongodb://127.0.0.1:<port>` for MongoDB. */
  readonly address: string;
  /** Which program was taken, for people. */
  readonly source: string;
  /** The server's process; undefined where the system does not say (anything but Linux) or when it has ended. */
  readonly pid: number | undefined;
  /** Resolves with why, and the server's last lines, when it has ended. */
  readonly ended: Promise<Error>;
  stop(): Promise<void>;
}

export interface LocalServerOptions {
  /** Kept and used again; a temporary one, removed at the end, when absent. */
  readonly folder?: string | undefined;
  /** A free one when absent. */
  readonly port?: number | undefined;
  /** Told whatever takes longer than two seconds. */
  readonly say?: Say | undefined;
}

const ADDRESS_TAKEN = /address already in use|BindException/i;
const TRIES = 3;

/** A free port can be taken by somebody else before the server has it: with a port of our own choice, tries again. */
export async function onFreePort<Server>(
  port: number | undefined,
  start: () => Promise<Server>,
): Promise<Server> {
  for (let tries = 1; ; tries++) {
    try {
      return await start();
    } catch (error) {
      const again = port === undefined && tries < TRIES && ADDRESS_TAKEN.test((error as Error).message);
      if (!again) throw error;
    }
  }
}
