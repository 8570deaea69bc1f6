import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Callers } from '../support/api.js';
import { fillAndEmpty } from '../support/fill-disk.js';
import { itWhen } from '../support/it-when.js';
import { SmallDisk } from '../support/small-disk.js';
import { startStack } from '../support/start-jobwire.js';

const canMount = SmallDisk.mount(1);
canMount?.unmount();
const itOnFullDisk = itWhen(
  canMount !== undefined,
  'no small disk can be mounted to fill (needs Linux and root)',
);

const cases = [
  // A broker that is away takes nothing from whoever posts: what it did not take is published when it is back.
  {
    server: 'kafka',
    megabytes: 64,
    allowed: [201],
    longestMs: 15_000,
    says: /Kafka has ended and is started again/,
  },
  // It notices when its files have to grow, which may be after the test.
  { server: 'mongodb', megabytes: 400, allowed: [201, 503], longestMs: undefined, says: undefined },
];

for (const { server, megabytes, allowed, longestMs, says } of cases)
  itOnFullDisk(
    `a full disk under ${server}: nothing that was acknowledged is lost, and all goes on when there is room`,
    async () => {
      const data = mkdtempSync(join(tmpdir(), 'jobwire-'));
      const disk = SmallDisk.mount(megabytes, join(data, server));
      if (disk === undefined) throw new Error('There is no disk.');
      // Servers of the stack's own, which it starts again when they end.
      const own = { JOBWIRE_DATA: data, JOBWIRE_KAFKA: '', JOBWIRE_MONGODB: '', JOBWIRE_LOG_LEVEL: 'silent' };
      const jobwire = await startStack(own);
      const said: string[] = [];
      jobwire.child.stdout?.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')));
      try {
        const statuses = await fillAndEmpty(disk, new Callers(jobwire.url, jobwire.data), longestMs);
        process.stderr.write(`A full disk under ${server} answered ${[...statuses].join(' and ')}\n`);
        if (says !== undefined) expect(said.join('')).toMatch(says);
        expect(allowed).toEqual(expect.arrayContaining([...statuses]));
      } finally {
        await jobwire.kill('SIGTERM');
        disk.unmount();
        rmSync(data, { recursive: true, force: true });
      }
    },
    400_000,
  );
