import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { Callers } from '../support/api.js';
import { eventually } from '@jobwire/testing';
import { fillAndEmpty } from '../support/fill-disk.js';
import { itWhen } from '../support/it-when.js';
import { aNurse, aVacancy } from '../support/samples.js';
import { SmallDisk } from '../support/small-disk.js';
import { removeData, startJobwire } from '../support/start-jobwire.js';

const folder = (): string => mkdtempSync(join(tmpdir(), 'jobwire-'));

it('a port in use is said with what to do', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await expect(startJobwire({ JOBWIRE_PORT: String(port) })).rejects.toThrow(
    /Port \d+ of 127.0.0.1 is in use.*JOBWIRE_PORT/,
  );
  server.close();
});

it('a data folder in use is refused, and free again after kill -9', async () => {
  const first = await startJobwire();
  await expect(startJobwire({ JOBWIRE_DATA: first.data })).rejects.toThrow(/is in use by another Jobwire/);
  await first.kill('SIGKILL');
  const second = await startJobwire({ JOBWIRE_DATA: first.data });
  expect((await fetch(`${second.url}/health/ready`)).status).toBe(200);
  await second.kill('SIGTERM');
  removeData(second);
});

it('a data folder of a newer version is refused and left as it is', async () => {
  const jobwire = await startJobwire();
  await jobwire.kill('SIGTERM');
  const file = join(jobwire.data, 'instance.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const newer = JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), dataVersion: 99 });
  writeFileSync(file, newer);
  await expect(startJobwire({ JOBWIRE_DATA: jobwire.data })).rejects.toThrow(/newer Jobwire.*99/);
  expect(readFileSync(file, 'utf8')).toBe(newer);
  removeData(jobwire);
});

it('a data folder that cannot be written is said with what to do', async () => {
  const parent = folder();
  writeFileSync(join(parent, 'a-file'), '');
  await expect(startJobwire({ JOBWIRE_DATA: join(parent, 'a-file', 'data') })).rejects.toThrow(
    /cannot be used.*JOBWIRE_DATA/,
  );
  if (process.getuid?.() !== 0) {
    chmodSync(parent, 0o500);
    await expect(startJobwire({ JOBWIRE_DATA: join(parent, 'data') })).rejects.toThrow(/cannot be used/);
    chmodSync(parent, 0o700);
  }
  rmSync(parent, { recursive: true });
});

it('settings that are wrong are named, without their values', async () => {
  const wrong = startJobwire({ JOBWIRE_PARTITIONS: 'secret-many', JOBWIRE_LOG_LEVEL: 'loud' });
  await expect(wrong).rejects.toThrow(
    /JOBWIRE_PARTITIONS, JOBWIRE_LOG_LEVEL|JOBWIRE_LOG_LEVEL, JOBWIRE_PARTITIONS/,
  );
  await expect(wrong).rejects.not.toThrow(/secret-many/);
});

it('another number of partitions than the folder was made with is refused, naming both', async () => {
  const jobwire = await startJobwire({ JOBWIRE_PARTITIONS: '3' });
  await jobwire.kill('SIGTERM');
  const other = startJobwire({ JOBWIRE_DATA: jobwire.data, JOBWIRE_PARTITIONS: '4' });
  await expect(other).rejects.toThrow(/3.*4|4.*3/);
  removeData(jobwire);
});

const disk = SmallDisk.mount(6);
const itOnFullDisk = itWhen(
  disk !== undefined,
  'no small disk can be mounted to fill (needs Linux and root)',
);
afterAll(() => disk?.unmount());

itOnFullDisk(
  'a disk that fills refuses with 503, loses nothing it acknowledged, and goes on when there is room',
  async () => {
    if (disk === undefined) throw new Error('There is no disk.');
    const data = join(disk.folder, 'data');
    const jobwire = await startJobwire({ JOBWIRE_DATA: data, JOBWIRE_LOG_LEVEL: 'silent' });
    const statuses = await fillAndEmpty(disk, new Callers(jobwire.url, jobwire.data));
    expect(statuses).toContain(503);
    await jobwire.kill('SIGTERM');
  },
  90_000,
);

it('a log that was lost is written anew from the stores, under another epoch', async () => {
  const first = await startJobwire();
  const { data } = first;
  const nurseAt = (url: string) => new Callers(url, data).jobseeker('nurse');
  const posted = await (
    await new Callers(first.url, data).employer('acme')
  ).post('/api/v1/vacancies', aVacancy());
  await (await nurseAt(first.url)).put('/api/v1/profile', aNurse());
  const stateAt = async (url: string): Promise<{ epoch: string; states: string[] }> => {
    const { body } = await (await nurseAt(url)).get('/api/v1/alerts');
    return { epoch: body.epoch, states: body.items.map(({ state }: { state: string }) => state) };
  };
  await eventually(async () => expect((await stateAt(first.url)).states).toEqual(['found']));
  const { epoch } = await stateAt(first.url);
  await first.kill('SIGTERM');
  for (const file of readdirSync(data)) if (file.startsWith('log.sqlite')) rmSync(join(data, file));

  const second = await startJobwire({ JOBWIRE_DATA: data });
  // Until the stores have said everything anew, matching knows of nobody.
  await eventually(async () => expect((await stateAt(second.url)).states).toEqual(['found']), {
    timeoutMs: 15_000,
  });
  expect((await stateAt(second.url)).epoch).not.toBe(epoch);
  const employer = await new Callers(second.url, data).employer('acme');
  await employer.post(`/api/v1/vacancies/${posted.body.id}/close`);
  await eventually(async () => expect((await stateAt(second.url)).states).toEqual(['withdrawn']), {
    timeoutMs: 15_000,
  });
  await second.kill('SIGTERM');
  removeData(second);
});
