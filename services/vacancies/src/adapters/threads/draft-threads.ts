// Spreads drafting over threads. They start with the first task and end when there has been none for a while, so that a
// service that imports nothing pays nothing for them.
import { DomainError } from '@jobwire/kernel';
import type { Logger } from '@jobwire/platform';
import { Worker } from 'node:worker_threads';
import type { Drafting } from '../../application/ports.js';
import type { DraftRequest } from '../../domain/draft-from-source.js';
import type { Vacancy } from '../../domain/vacancy.js';
import { badField } from '../../domain/vacancy.errors.js';
import type { DraftAnswer, DraftTask, ThreadSettings } from './thread-messages.js';

export interface DraftThreadsOptions {
  /** Asked for by each thread that starts. */
  readonly settings: () => ThreadSettings;
  readonly threads: number;
  readonly logger?: Logger | undefined;
  /** After this long without a task the threads end. */
  readonly idleMs?: number;
  /** The program of a thread; a test may have its own. */
  readonly program?: URL;
}

/** A task that took two threads with it would take a third. */
const TRIES = 2;
/** One in work and one at hand; the others wait here, so that a thread that ends loses no more than two. */
const AT_ONCE = 2;
const IDLE_MS = 60_000;
/** What is read of an advert is soon gone; without a limit each thread keeps 100 MB for it. */
const YOUNG_MB = 16;

interface Waiting {
  readonly task: DraftTask;
  readonly resolve: (vacancy: Vacancy) => void;
  readonly reject: (error: Error) => void;
  tries: number;
}

interface Thread {
  readonly worker: Worker;
  readonly inWork: Map<number, Waiting>;
}

export class DraftThreads implements Drafting {
  private readonly threads = new Set<Thread>();
  private waiting: Waiting[] = [];
  private made = 0;
  private isClosed = false;
  private idle: NodeJS.Timeout | undefined;

  constructor(private readonly options: DraftThreadsOptions) {}

  /** How many threads there are now. */
  get running(): number {
    return this.threads.size;
  }

  draft(request: DraftRequest): Promise<Vacancy> {
    return new Promise((resolve, reject) => {
      if (this.isClosed) return reject(stopping());
      this.made += 1;
      this.waiting.push({ task: { id: this.made, request }, resolve, reject, tries: 0 });
      this.spread();
    });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    const left = [...this.waiting, ...[...this.threads].flatMap(({ inWork }) => [...inWork.values()])];
    this.waiting = [];
    for (const { reject } of left) reject(stopping());
    await this.endThreads();
  }

  /** Gives tasks to threads that have room, the emptiest first. */
  private spread(): void {
    clearTimeout(this.idle);
    while (this.waiting.length > 0) {
      const thread = this.emptiest();
      const next = thread && this.waiting.shift();
      if (!next) break;
      next.tries += 1;
      thread.inWork.set(next.task.id, next);
      // A thread in work keeps the process, an idle one does not.
      thread.worker.ref();
      thread.worker.postMessage(next.task);
    }
    if ([...this.threads].some(({ inWork }) => inWork.size > 0)) return;
    this.idle = setTimeout(() => void this.endThreads(), this.options.idleMs ?? IDLE_MS).unref();
  }

  private emptiest(): Thread | undefined {
    const [best] = [...this.threads].toSorted((a, b) => a.inWork.size - b.inWork.size);
    if (best?.inWork.size === 0) return best;
    if (this.threads.size < this.options.threads) return this.start();
    return best && best.inWork.size < AT_ONCE ? best : undefined;
  }

  private start(): Thread {
    const program = this.options.program ?? new URL('./draft.thread.js', import.meta.url);
    const worker = new Worker(program, {
      workerData: this.options.settings(),
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    const thread: Thread = { worker, inWork: new Map() };
    this.threads.add(thread);
    worker.on('message', (answer: DraftAnswer) => this.take(thread, answer));
    // Without a listener an error of the thread would end the process.
    worker.on('error', (error) =>
      this.options.logger?.error({ error: String(error) }, 'A thread that reads adverts has failed'),
    );
    worker.on('exit', () => this.lose(thread));
    return thread;
  }

  private take({ inWork, worker }: Thread, answer: DraftAnswer): void {
    const done = inWork.get(answer.id);
    inWork.delete(answer.id);
    if (inWork.size === 0) worker.unref();
    if ('vacancy' in answer) done?.resolve(answer.vacancy);
    else done?.reject('refusal' in answer ? new DomainError(answer.refusal) : new Error(answer.defect));
    this.spread();
  }

  /** The tasks of a thread that is no more are given to others. */
  private lose(thread: Thread): void {
    if (!this.threads.delete(thread) || this.isClosed) return;
    for (const task of thread.inWork.values())
      if (task.tries < TRIES) this.waiting.unshift(task);
      else task.reject(unreadable());
    this.spread();
  }

  private async endThreads(): Promise<void> {
    const all = [...this.threads];
    this.threads.clear();
    await Promise.all(all.map(({ worker }) => worker.terminate()));
  }
}

const stopping = (): DomainError =>
  new DomainError({
    kind: 'unavailable',
    code: 'STOPPING',
    message: 'The service is stopping: send the items again.',
  });

const unreadable = (): DomainError =>
  badField('UNREADABLE', {
    field: 'item',
    reason: 'could not be read',
    remedy: 'shorten its description, or send it again',
  });
