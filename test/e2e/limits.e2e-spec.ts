import { withJobwire } from '../support/house.js';

const jobwire = withJobwire({ JOBWIRE_CALLS_PER_MINUTE: '20' });

it('who calls too often is told when to come back, and others are served', async () => {
  const { callers } = jobwire.house;
  const busy = await callers.jobseeker('busy');
  const statuses = await Promise.all(
    Array.from({ length: 25 }, async () => (await busy.get('/api/v1/alerts')).status),
  );
  expect(statuses.filter((status) => status === 429)).toHaveLength(5);
  const refused = await busy.get('/api/v1/alerts');
  expect(refused).toMatchObject({ status: 429, body: { code: 'TOO_MANY_CALLS' } });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  const other = await callers.jobseeker('other');
  expect((await other.get('/api/v1/alerts')).status).toBe(200);
});

it('says how it is, and measures itself in the words that operators know', async () => {
  const api = jobwire.house.callers.nobody();
  const health = await api.get<string>('/health/ready');
  expect(health.status).toBe(200);
  const lines = health.body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { name: string; ok: boolean });
  expect(lines.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['matching', 'notifications', 'vacancies/consumer']),
  );
  const { body } = await api.get<string>('/metrics');
  for (const name of [
    'kafka_consumergroup_lag',
    'jobwire_index_subjects',
    'jobwire_index_shared_bytes',
    'ws_connections',
    'http_request_duration_seconds_bucket',
    'process_resident_memory_bytes',
  ])
    expect(body).toContain(`\n${name}`);
});
