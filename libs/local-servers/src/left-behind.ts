import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A process by its id and when it started, so that a stranger with the same id is not taken for it. */
interface Known {
  readonly pid: number;
  readonly startTime: string;
}

const LOOK_EVERY_MS = 50;

/** The id of the server that runs by this pid file, if one does. */
export function serverOf(pidFile: string): number | undefined {
  return readPidFile(pidFile)?.server.pid;
}

/**
 * Ends a server that outlived its owner and its guard.
 * @throws Error when the owner is alive: the folder is in use
 */
export async function endWhatWasLeft(pidFile: string, folder: string, graceMs: number): Promise<void> {
  const left = readPidFile(pidFile);
  if (left !== undefined && isRunning(left.server)) {
    if (isRunning(left.owner))
      throw new Error(`${folder} is in use: process ${left.owner.pid} runs a server on it`);
    await end(left.server, graceMs);
  }
  rmSync(pidFile, { force: true });
}

/** Kills the server of a guard that was killed itself, as nobody watches over it any more, and waits until it is gone. */
export async function killUnguarded(pidFile: string): Promise<void> {
  const left = readPidFile(pidFile);
  if (left !== undefined) await untilGone(left.server, 0);
}

async function end(server: Known, graceMs: number): Promise<void> {
  signal(server, 'SIGTERM');
  await untilGone(server, graceMs);
}

/** Kills it when the grace is over. A killed process still closes its files for a while. */
async function untilGone(server: Known, graceMs: number): Promise<void> {
  const deadline = performance.now() + graceMs;
  for (; isRunning(server); await pause(LOOK_EVERY_MS)) {
    if (performance.now() >= deadline) signal(server, 'SIGKILL');
  }
}

/** A server that has just ended by itself is no error. */
function signal(server: Known, name: NodeJS.Signals): void {
  try {
    process.kill(server.pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** As scripts/while-owned.sh writes it: this boot's id, the server, the owner. */
function readPidFile(pidFile: string): { server: Known; owner: Known } | undefined {
  const [boot, server = '', owner = ''] = (read(pidFile) ?? '').split('\n');
  if (boot === undefined || boot === '' || boot !== read('/proc/sys/kernel/random/boot_id')?.trim())
    return undefined;
  return { server: knownOf(server), owner: knownOf(owner) };
}

function knownOf(line: string): Known {
  const [pid = '', startTime = ''] = line.split(' ');
  return { pid: Number(pid), startTime };
}

function isRunning({ pid, startTime }: Known): boolean {
  const fields = read(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ');
  return fields !== undefined && fields[0] !== 'Z' && fields[19] === startTime;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
