import { startSmallService } from '../testing/small-service.js';

it('a caller who calls too often is told when to come back, and others are not', async () => {
  const service = await startSmallService(3);
  const headers = { Authorization: `Bearer ${await service.token('jobseeker')}` };
  const call = async (init: RequestInit) => (await fetch(`${service.url}/who`, init)).status;
  const statuses = [await call({ headers }), await call({ headers }), await call({ headers })];
  expect(statuses).toEqual([200, 200, 200]);
  const refused = await fetch(`${service.url}/who`, { headers });
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({ code: 'TOO_MANY_CALLS' });
  const other = { Authorization: `Bearer ${await service.token('employer')}` };
  expect(await call({ headers: other })).toBe(200);
  await service.stop();
});
