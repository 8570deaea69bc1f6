import { eventually } from '@jobwire/testing';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Alert } from '@jobwire/contracts';
import { itWhen } from '../support/it-when.js';
import { withJobwire } from '../support/house.js';

const root = resolve(import.meta.dirname, '../..');
const feed = resolve(root, '../shared/data/jobs/nhs_jobs_two_thirds.jsonl.gz');
const run = promisify(execFile);
const jobwire = withJobwire();

const NURSE_SKILLS = [
  'Registered nurse',
  'NMC registration',
  'wound care',
  'medication administration',
  'care planning',
  'infection control',
  'venepuncture',
  'patient care',
  'communication',
];

/** The last line of `jobwire import`, and how it ended. */
async function importFile(file: string, ...options: string[]) {
  const { process: house } = jobwire.house;
  const command = [join(root, 'services/standalone/bin/jobwire.js'), 'import', file, '--format', 'schemaorg'];
  const env = { ...process.env, JOBWIRE_URL: house.url, JOBWIRE_DATA: house.data };
  const ended = await run(process.execPath, [...command, ...options], { env }).catch(
    (error: { stdout: string; stderr: string; code: number }) => error,
  );
  return {
    summary: JSON.parse(ended.stdout.trim().split('\n').at(-1) ?? '{}') as Record<string, number>,
    said: ended.stderr,
    code: 'code' in ended ? ended.code : 0,
  };
}

const posting = (n: number, change: object = {}): string =>
  JSON.stringify({
    url: `https://jobs.example/${n}`,
    title: `Nurse ${n}`,
    description: 'Wound care and venepuncture.',
    hiringOrganization: { name: 'Northfield Hospital' },
    jobLocation: { address: { postalCode: 'LS1 4AP' } },
    ...change,
  });

it('a feed with a broken line in the middle is imported but for that line, which is reported', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jobwire-feed-'));
  const [file, report] = [join(folder, 'feed.jsonl'), join(folder, 'report.jsonl')];
  const twin = posting(4, { title: 'Nurse 1' });
  const past = posting(5, { validThrough: '2001-01-01' });
  const unplaced = posting(6, { jobLocation: {} });
  const placedByText = posting(7, {
    jobLocation: {},
    description: 'Nursing in clinics, based in Leeds LS1 4AP.',
  });
  writeFileSync(file, [posting(1), '{"title":', posting(2), twin, past, unplaced, placedByText].join('\n'));
  const { summary, code } = await importFile(file, '--source', 'broken', '--report', report);
  expect({ ...summary, code }).toEqual({
    read: 7,
    created: 3,
    updated: 0,
    unchanged: 0,
    duplicates: 1,
    expired: 1,
    rejected: 2,
    closed: 0,
    code: 0,
  });
  const lines = readFileSync(report, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toEqual([
    { line: 2, field: 'line', reason: expect.any(String), remedy: expect.any(String) },
    { line: 6, field: 'location', reason: expect.any(String), remedy: expect.any(String) },
  ]);
  writeFileSync(file, [posting(1), posting(2, { title: 'Senior nurse 2' }), twin, past].join('\n'));
  expect((await importFile(file, '--source', 'broken')).summary).toMatchObject({
    read: 4,
    updated: 1,
    unchanged: 1,
    duplicates: 1,
    expired: 1,
  });
});

it.each([
  ['an empty feed', '', 'is empty'],
  ['a feed that is not gzip but says so', 'x', 'is not gzip'],
])('%s ends with an error that says what to do, and a summary', async (_, content, message) => {
  const file = join(mkdtempSync(join(tmpdir(), 'jobwire-feed-')), 'feed.jsonl.gz');
  writeFileSync(file, content);
  const { said, summary, code } = await importFile(file);
  expect(said).toContain(message);
  expect([summary['read'], code]).toEqual([0, 1]);
});

it('formats that come later are refused by name', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'jobwire-feed-')), 'feed.xml');
  writeFileSync(file, '<Vacancies/>');
  const { said, code } = await importFile(file, '--format', 'dwp');
  expect(said).toContain('dwp is not supported yet');
  expect(code).toBe(1);
});

const itWithFeed = itWhen(existsSync(feed), 'the sample adverts do not lie beside the checkout');

itWithFeed(
  'every advert of a real feed is accounted for, and a nurse near Leeds hears of those that fit',
  async () => {
    const nurse = await jobwire.house.callers.jobseeker('nurse');
    const profile = {
      skills: NURSE_SKILLS.map((skill) => ({ skill, level: 3 })),
      occupations: ['nurse'],
      location: { postcode: 'LS6 2QT' },
      radiusMiles: 15,
    };
    expect((await nurse.put('/api/v1/profile', profile)).status).toBe(201);
    const first = await importFile(feed, '--as-of', '2020-11-06');
    expect(first.summary).toMatchObject({ read: 9895, rejected: 0, closed: 0 });
    const { created = 0, duplicates = 0, expired = 0 } = first.summary;
    expect(created + duplicates + expired).toBe(9895);
    const again = await importFile(feed, '--as-of', '2020-11-06');
    expect(again.summary).toMatchObject({ read: 9895, unchanged: created, duplicates, expired });
    const alerts = await eventually(async () => {
      const { body } = await nurse.get<{ items: Alert[] }>('/api/v1/alerts?limit=200');
      const real = body.items.filter(({ vacancy }) => !vacancy.title.startsWith('Nurse '));
      expect(real.length).toBeGreaterThan(5);
      return real;
    });
    for (const alert of alerts) {
      expect(alert.score).toBeGreaterThanOrEqual(50);
      expect(alert.reasons.reduce((sum, { points }) => sum + points, 0)).toBe(alert.score);
    }
  },
  300_000,
);
