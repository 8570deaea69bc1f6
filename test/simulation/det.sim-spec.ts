import { VirtualTime } from './virtual-time.js';
const time = new VirtualTime();
time.install();
const { run } = await import('./run.js');
afterAll(() => time.uninstall());
it('same', async () => {
  const seed = Number(process.env['JOBWIRE_SEED'] ?? 5);
  const a = await run(seed, 'takeover', time);
  const b = await run(seed, 'takeover', time);
  const at = a.trace.findIndex((line, n) => line !== b.trace[n]);
  expect(at === -1 ? [] : [at, a.trace.slice(at - 4, at + 3), b.trace.slice(at - 4, at + 3)]).toEqual([]);
}, 1e6);
