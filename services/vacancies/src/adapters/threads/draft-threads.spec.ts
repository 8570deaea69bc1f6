import { eventually } from '@jobwire/testing';
import { DraftHere } from '../../application/draft-here.js';
import type { DraftRequest } from '../../domain/draft-from-source.js';
import { understanding } from '../../testing/bench.js';
import { NOW, anItem } from '../../testing/builders.js';
import { DraftThreads, type DraftThreadsOptions } from './draft-threads.js';

/** Threads run what the build made. */
const built = new URL('../../../dist/adapters/threads/draft.thread.js', import.meta.url);

const program = (code: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads';${code}`)}`,
  );

/** Ends with the thread it is in for a poison, and answers anything else with its title as id. */
const poisoned = program(`parentPort.on('message', ({ id, request: { item } }) => {
  if (item.title === 'poison') process.exit(1);
  parentPort.postMessage({ id, vacancy: { id: item.title } });
});`);
const silent = program(`parentPort.on('message', () => undefined);`);

let threads: DraftThreads;
const open = (options: Partial<DraftThreadsOptions> = {}) =>
  (threads = new DraftThreads({ settings: () => ({}), threads: 2, program: built, ...options }));
afterEach(() => threads.close());

const request = (title: string, changes: Partial<DraftRequest['item']> = {}): DraftRequest => ({
  item: anItem({ title, sourceId: title, ...changes }),
  origin: { id: title, employer: { id: 'acme', name: 'Acme' }, postedAt: NOW, sourceHash: title },
  now: new Date(NOW),
});
const outcome = async (draft: Promise<{ id: string }>): Promise<string> =>
  draft.then(
    ({ id }) => id,
    (error: { code?: string }) => error.code ?? 'no code',
  );

describe('Drafting in threads', () => {
  it('gives the same vacancies as drafting here, and the same refusals', async () => {
    open();
    const here = new DraftHere(understanding);
    const requests = [
      request('Staff Nurse', {
        description: 'You have experience of wound care. NMC registration is essential.',
      }),
      request('Driver', { location: { town: 'Nowhereville' } }),
      request('Porter', { description: '<p>&nbsp;</p>' }),
      ...Array.from({ length: 30 }, (_, at) =>
        request(`Cook ${at}`, { description: `Grill and fry. ${at}` }),
      ),
    ];
    const settled = await Promise.allSettled(requests.map((one) => threads.draft(one)));
    const wanted = await Promise.allSettled(requests.map((one) => here.draft(one)));
    expect(settled).toEqual(wanted);
    expect(settled.map(({ status }) => status).slice(0, 3)).toEqual(['fulfilled', 'rejected', 'rejected']);
  });

  it('loses only the item that ends every thread it is given to', async () => {
    open({ program: poisoned });
    const titles = ['a', 'b', 'poison', 'c', 'd', 'e', 'f', 'g'];
    const outcomes = await Promise.all(titles.map((title) => outcome(threads.draft(request(title)))));
    expect(outcomes).toEqual(titles.map((title) => (title === 'poison' ? 'UNREADABLE' : title)));
  });

  it('refuses what is asked for when it closes, and afterwards', async () => {
    open({ program: silent });
    const drafts = ['a', 'b', 'c', 'd', 'e', 'f'].map((title) => outcome(threads.draft(request(title))));
    await threads.close();
    expect(new Set(await Promise.all(drafts))).toEqual(new Set(['STOPPING']));
    expect(await outcome(threads.draft(request('g')))).toBe('STOPPING');
  });

  it('ends its threads when nothing is asked for, and starts them again', async () => {
    open({ program: poisoned, idleMs: 1 });
    expect(await outcome(threads.draft(request('a')))).toBe('a');
    await eventually(() => expect(threads.running).toBe(0));
    expect(await outcome(threads.draft(request('b')))).toBe('b');
  });
});
