import { Health, healthAnswer } from './health.js';

it('is ready when every dependency says so, with a line for each', async () => {
  const health = new Health();
  expect(healthAnswer(await health.readiness())).toEqual({ status: 200, body: '' });
  health.addReadiness('store', () => ({ ok: true }));
  health.addReadiness('log', async () => ({ ok: true, detail: 'lag 3' }));
  const { status, body } = healthAnswer(await health.readiness());
  expect(status).toBe(200);
  const lines = body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(lines).toEqual([
    { name: 'store', ok: true },
    { name: 'log', ok: true, detail: 'lag 3' },
  ]);
});

it('is not ready when one says no or fails, and still says how the others are', async () => {
  const health = new Health();
  health.addReadiness('store', () => {
    throw new Error('away');
  });
  health.addReadiness('log', () => ({ ok: true }));
  const lines = await health.readiness();
  expect(healthAnswer(lines).status).toBe(503);
  expect(lines).toEqual([
    { name: 'store', ok: false, detail: 'away' },
    { name: 'log', ok: true },
  ]);
});

it('does not ask for a restart because a dependency is away', async () => {
  const health = new Health();
  health.addReadiness('log', () => ({ ok: false }));
  health.addLiveness('loop', () => ({ ok: true }));
  expect(healthAnswer(await health.liveness()).status).toBe(200);
});
