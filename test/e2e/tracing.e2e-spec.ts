import { eventually } from '@jobwire/testing';
import { randomBytes, randomUUID } from 'node:crypto';
import { Callers } from '../support/api.js';
import { LiveClient } from '../support/live-client.js';
import { aCraft } from '../support/samples.js';
import { removeData, startJobwire, type JobwireProcess } from '../support/start-jobwire.js';
import { TraceCollector, type CollectedSpan } from '../support/trace-collector.js';

const collector = new TraceCollector();
let process: JobwireProcess;
let callers: Callers;
beforeAll(async () => {
  process = await startJobwire({ OTEL_EXPORTER_OTLP_ENDPOINT: await collector.listen() });
  callers = new Callers(process.url, process.data);
}, 60_000);
afterAll(async () => {
  LiveClient.closeAll();
  await process.kill('SIGTERM');
  collector.close();
  removeData(process);
}, 30_000);

const aTrace = () => ({ trace: randomBytes(16).toString('hex'), span: randomBytes(8).toString('hex') });

/** From a span up to the one that has no parent here, the names on the way. */
function wayUp(spans: readonly CollectedSpan[], from: string | undefined): string[] {
  const span = spans.find(({ spanId }) => spanId === from);
  return span === undefined ? [] : [span.name, ...wayUp(spans, span.parentSpanId)];
}

it('one trace leads from the call that posts a vacancy to the frame that tells of it', async () => {
  const { person, vacancy } = aCraft();
  const subject = randomUUID();
  const jobseeker = await callers.jobseeker(subject);
  const live = await LiveClient.hello(jobseeker);
  await jobseeker.put('/api/v1/profile', person());
  const { trace, span } = aTrace();
  const employer = await callers.employer(randomUUID());
  const headers = { traceparent: `00-${trace}-${span}-01` };
  expect((await employer.post('/api/v1/vacancies', vacancy(), headers)).status).toBe(201);
  await eventually(() => expect(live.alerts()).toHaveLength(1));
  const traceparent = live.alerts()[0]?.traceparent ?? '';
  expect(traceparent).toMatch(new RegExp(`^00-${trace}-[0-9a-f]{16}-01$`));

  // What waits is sent at the end.
  await process.kill('SIGTERM');
  const spans = collector.ofTrace(trace);
  expect(wayUp(spans, traceparent.split('-')[2])).toEqual([
    'process alerts.v1',
    'send alerts.v1',
    'process matches.v1',
    'send matches.v1',
    'process vacancies.v1',
    'send vacancies.v1',
    'POST /api/v1/vacancies',
  ]);
  expect(spans.find(({ name }) => name.startsWith('POST'))?.parentSpanId).toBe(span);
  expect(JSON.stringify(collector.spans)).not.toContain(subject);
}, 60_000);
