import { Metrics } from './metrics.js';

it('says what was measured in Prometheus’ words, and asks gauges at each scrape', async () => {
  const metrics = new Metrics();
  let open = 1;
  metrics.gauge('open', 'Open things.', [], (gauge) => gauge.set(open));
  metrics.counter('told', 'Told things.', ['kind']).inc({ kind: 'a' }, 2);
  metrics.requests.observe({ service: 'web', call: 'GET /', status: 200 }, 0.003);
  expect(await metrics.registry.metrics()).toContain('open 1');
  open = 2;
  const text = await metrics.registry.metrics();
  expect(text).toContain('open 2');
  expect(text).toContain('told{kind="a"} 2');
  expect(text).toContain('http_request_duration_seconds_count{service="web",call="GET /",status="200"} 1');
});
