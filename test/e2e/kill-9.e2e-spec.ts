import { eventually } from '@jobwire/testing';
import { Callers } from '../support/api.js';
import { aNurse, aVacancy } from '../support/samples.js';
import { removeData, startJobwire } from '../support/start-jobwire.js';

const ROUNDS = 3;
const WRITERS = 4;
const ENOUGH = 25;

/** Posts until the process dies; what was answered with 201 was promised. */
async function postUntilItDies(
  url: string,
  data: string,
  acknowledged: Map<string, string>,
  die: () => void,
) {
  const callers = new Callers(url, data);
  const writer = async (n: number): Promise<void> => {
    const employer = await callers.employer(`employer-${n}`);
    for (;;) {
      const title = `Nurse ${acknowledged.size} of writer ${n} ${Math.random()}`;
      const answer = await employer.post('/api/v1/vacancies', aVacancy({ title })).catch(() => undefined);
      if (answer?.status !== 201) return;
      acknowledged.set(answer.body.id, title);
      if (acknowledged.size % ENOUGH === 0) die();
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, n) => writer(n)));
}

it('killed in the middle of work, again and again, it has lost nothing it acknowledged', async () => {
  const acknowledged = new Map<string, string>();
  let jobwire = await startJobwire();
  const { data } = jobwire;
  try {
    const first = await new Callers(jobwire.url, data).jobseeker('nurse');
    expect((await first.put('/api/v1/profile', aNurse())).status).toBe(201);
    for (let round = 0; round < ROUNDS; round++) {
      await postUntilItDies(jobwire.url, data, acknowledged, () => jobwire.child.kill('SIGKILL'));
      await eventually(() => expect(jobwire.child.signalCode).toBe('SIGKILL'));
      jobwire = await startJobwire({ JOBWIRE_DATA: data });
    }
    const nurse = await new Callers(jobwire.url, data).jobseeker('nurse');
    await eventually(
      async () => {
        const { body } = await nurse.get('/api/v1/alerts?limit=200');
        const heard = new Set(body.items.map((item: { vacancyId: string }) => item.vacancyId));
        expect([...acknowledged.keys()].filter((id) => !heard.has(id))).toEqual([]);
      },
      { timeoutMs: 20_000 },
    );
    expect(acknowledged.size).toBeGreaterThanOrEqual(ROUNDS * ENOUGH);
  } finally {
    await jobwire.kill('SIGTERM');
    removeData(jobwire);
  }
}, 120_000);

it('stops within ten seconds on SIGTERM, with 0', async () => {
  const jobwire = await startJobwire();
  const began = performance.now();
  expect(await jobwire.kill('SIGTERM')).toBe(0);
  expect(performance.now() - began).toBeLessThan(10_000);
  removeData(jobwire);
}, 60_000);
