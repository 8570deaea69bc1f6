import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** A file of the project, for tests that run from the source as well as from the build. */
export function ofTheProject(path: string): string {
  const here = import.meta.dirname;
  return resolve(here, here.includes(join('test', 'dist')) ? '../../..' : '../..', path);
}

const START = ofTheProject('services/standalone/bin/start.js');
const READY = /Jobwire is ready at (\S+)/;
const READY_WITHIN_MS = 60_000;

export interface JobwireProcess {
  readonly url: string;
  readonly data: string;
  readonly child: ChildProcess;
  /** From start to the line that says ready. */
  readonly startedInMs: number;
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

const running = new Set<ChildProcess>();

/** Ends what this file of tests has started and not ended. */
export function killLeftovers(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** Starts the program as a person would, on a free port, and waits until it says that it is ready. */
export function startJobwire(environment: Record<string, string> = {}): Promise<JobwireProcess> {
  return process.env['JOBWIRE_TEST_STACK'] === 'true' ? startStack(environment) : start([], environment);
}

/** The same with a process for each service. Servers may be shared with others, so names are its own. */
export function startStack(
  environment: Record<string, string> = {},
  options: readonly string[] = [],
): Promise<JobwireProcess> {
  const prefix = `${randomBytes(4).toString('hex')}-`;
  return start(['--stack', ...options], { JOBWIRE_PREFIX: prefix, ...environment });
}

async function start(
  options: readonly string[],
  environment: Record<string, string>,
): Promise<JobwireProcess> {
  const data = environment['JOBWIRE_DATA'] ?? mkdtempSync(join(tmpdir(), 'jobwire-'));
  const began = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=TimeoutNegativeWarning', START, ...options], {
    env: { ...process.env, JOBWIRE_PORT: '0', JOBWIRE_DATA: data, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const said: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')));
  const url = await ready(child, said);
  return {
    url,
    data,
    child,
    startedInMs: performance.now() - began,
    kill: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill(signal);
      const [code] = (await ended) as [number | null];
      return code;
    },
  };
}

export function removeData({ data }: Pick<JobwireProcess, 'data'>): void {
  rmSync(data, { recursive: true, force: true });
}

async function ready(child: ChildProcess, said: readonly string[]): Promise<string> {
  if (child.stdout === null) throw new Error('No output to read.');
  const timer = setTimeout(() => child.kill('SIGKILL'), READY_WITHIN_MS);
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const url = READY.exec(line)?.[1];
      if (url !== undefined) return url;
    }
  } finally {
    clearTimeout(timer);
    child.stdout.resume();
  }
  throw new Error(`Jobwire did not get ready: ${said.join('')}`);
}
