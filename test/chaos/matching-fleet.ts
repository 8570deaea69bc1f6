import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { ofTheProject } from '../support/start-jobwire.js';

const MATCHING = ofTheProject('services/matching/dist/main.js');
/** Longer than a session: the group gives its partitions to somebody else before it goes on. */
const PAUSED_MS = 8_000;

type Random = () => number;

/** Matching instances that are killed, held, stopped and added as a seed has it. */
export class MatchingFleet {
  readonly story: string[] = [];
  private readonly running = new Set<ChildProcess>();
  private readonly held = new Set<ChildProcess>();
  private count = 0;

  constructor(
    private readonly environment: Record<string, string>,
    private readonly random: Random,
  ) {}

  add(): ChildProcess {
    const name = `matching-${++this.count}`;
    const child = spawn(process.execPath, ['--disable-warning=TimeoutNegativeWarning', MATCHING], {
      env: { ...process.env, ...this.environment, JOBWIRE_PORT: '0', JOBWIRE_PROCESS: name },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    this.running.add(child);
    child.once('exit', () => this.running.delete(child));
    this.tell('added', child);
    return child;
  }

  /** Something every few seconds, for so long. */
  async torment(seconds: number): Promise<void> {
    const until = performance.now() + 1000 * seconds;
    while (performance.now() < until) {
      this.strike();
      await pause(2000 + 4000 * this.random());
    }
  }

  /** Everybody who is alive goes on, and there are two at least. */
  calm(): void {
    for (const child of this.held) child.kill('SIGCONT');
    while (this.running.size < 2) this.add();
  }

  async stop(): Promise<void> {
    const children = [...this.running].filter((child) => child.exitCode === null);
    for (const child of children) child.kill('SIGCONT');
    for (const child of children) child.kill('SIGTERM');
    await Promise.all(children.map((child) => once(child, 'exit')));
  }

  private strike(): void {
    const free = [...this.running].filter((child) => !this.held.has(child));
    const victim = free[Math.floor(this.random() * free.length)];
    const dice = this.random();
    if (victim === undefined || free.length < 2 || (dice < 0.3 && this.running.size < 4))
      return void this.add();
    if (dice < 0.55) return this.send('SIGKILL', victim);
    if (dice < 0.7) return this.send('SIGTERM', victim);
    this.hold(victim);
  }

  send(signal: NodeJS.Signals, child: ChildProcess): void {
    this.tell(signal, child);
    this.running.delete(child);
    child.kill(signal);
  }

  private hold(child: ChildProcess): void {
    this.tell('held', child);
    this.held.add(child);
    child.kill('SIGSTOP');
    setTimeout(() => {
      this.held.delete(child);
      child.kill('SIGCONT');
    }, PAUSED_MS);
  }

  private tell(what: string, child: ChildProcess): void {
    this.story.push(`${Math.round(performance.now() / 1000)} s: ${what} ${child.pid}`);
  }
}
