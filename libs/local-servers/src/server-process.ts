import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endWhatWasLeft, killUnguarded, serverOf } from './left-behind.js';
import { withProgress, type Say } from './progress.js';
import { ServerLog } from './server-log.js';

const WHILE_OWNED = resolve(import.meta.dirname, '../scripts/while-owned.sh');
const LOOK_EVERY_MS = 50;

/** A server's folder: what it keeps, its log and its pid file. */
export interface ServerFolder {
  readonly path: string;
  /** Goes when the server ends. */
  readonly temporary: boolean;
}

export function serverFolder(name: string, given: string | undefined): ServerFolder {
  if (given === undefined) return { path: mkdtempSync(join(tmpdir(), `jobwire-${name}-`)), temporary: true };
  mkdirSync(given, { recursive: true, mode: 0o700 });
  return { path: resolve(given), temporary: false };
}

export interface ServerCommand {
  /** For people: "Kafka". */
  readonly name: string;
  readonly folder: ServerFolder;
  readonly command: readonly string[];
  /** Fails until the server really serves. */
  readonly probe: () => Promise<void>;
  /** Lines of its log that tell of trouble. */
  readonly trouble: RegExp;
  /** How long it may take to start, and to end before it is killed. */
  readonly startMs: number;
  readonly graceMs: number;
  readonly say: Say;
}

/** A server that lives as long as this process at most, however this process ends. */
export class ServerProcess {
  /** Resolves with why when the server is gone, asked to end or not. */
  readonly ended: Promise<Error>;
  private hasEnded = false;

  private constructor(
    private readonly guard: ChildProcess,
    private readonly log: ServerLog,
    private readonly server: ServerCommand,
  ) {
    this.ended = new Promise((resolveEnded) => {
      const end = (why: string): void => {
        if (this.hasEnded) return;
        this.hasEnded = true;
        resolveEnded(new Error(`${server.name} ended (${why}):\n${log.lastLines(server.trouble)}`));
        log.close();
      };
      guard.once('exit', (code, signal) => {
        if (signal === null) return end(`exit code ${code}`);
        void killUnguarded(pidFileOf(server.folder.path)).then(() => end(signal));
      });
      guard.once('error', (error) => end(error.message));
    });
  }

  /** @throws Error with the server's last lines when it does not come up */
  static async start(server: ServerCommand): Promise<ServerProcess> {
    const { path, temporary } = server.folder;
    await endWhatWasLeft(pidFileOf(path), path, server.graceMs);
    const log = new ServerLog(join(path, 'server.log'));
    const graceSeconds = String(Math.ceil(server.graceMs / 1000));
    const guard = spawn(
      '/bin/sh',
      [WHILE_OWNED, pidFileOf(path), graceSeconds, temporary ? path : '', ...server.command],
      { cwd: path, detached: true, stdio: ['pipe', log.descriptor, log.descriptor] },
    );
    const started = new ServerProcess(guard, log, server);
    await withProgress(server.say, `waiting for ${server.name} to start`, started.untilReady());
    guard.unref();
    return started;
  }

  /** The server's own process, not its guard. */
  get pid(): number | undefined {
    return serverOf(pidFileOf(this.server.folder.path));
  }

  /** Tells the server to end, kills it when it takes too long, and waits until it is gone. */
  async stop(): Promise<void> {
    if (this.hasEnded) return;
    this.guard.ref();
    this.guard.stdin?.end();
    await this.ended;
  }

  private async untilReady(): Promise<void> {
    const deadline = performance.now() + this.server.startMs;
    for (;;) {
      const answer = await Promise.race([this.ended, this.attempt()]);
      if (answer === 'ready') return;
      if (this.hasEnded) throw await this.ended;
      if (performance.now() > deadline) throw await this.giveUp(answer);
      await pause(LOOK_EVERY_MS);
    }
  }

  private async attempt(): Promise<'ready' | Error> {
    try {
      await this.server.probe();
      return 'ready';
    } catch (error) {
      return error as Error;
    }
  }

  private async giveUp(cause: Error): Promise<Error> {
    const lines = this.log.lastLines(this.server.trouble);
    await this.stop();
    const seconds = this.server.startMs / 1000;
    return new Error(`${this.server.name} did not serve within ${seconds} s (${cause.message}):\n${lines}`, {
      cause,
    });
  }
}

function pidFileOf(folder: string): string {
  return join(folder, 'server.pid');
}
