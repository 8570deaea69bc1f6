import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '@jobwire/testing';
import type { Callers } from './api.js';
import { aNurse, aVacancy } from './samples.js';
import type { SmallDisk } from './small-disk.js';

/** Databases write their files now and then, so that they notice late: MongoDB every minute. */
const LONGEST_MS = 75_000;
const POST_EVERY_MS = 500;
/** Of what cannot be packed, so that files have to grow. */
const DESCRIPTION_BYTES = 30_000;
const PATIENCE = { timeoutMs: 90_000, everyMs: 200 };

/**
 * Posts vacancies while the disk is full, until one is refused, and when there is room again: every one that was
 * acknowledged reaches the nurse. Answers the statuses that were given while it was full.
 */
export async function fillAndEmpty(
  disk: SmallDisk,
  callers: Callers,
  longestMs = LONGEST_MS,
): Promise<ReadonlySet<number>> {
  const employer = await callers.employer('acme');
  const nurse = await callers.jobseeker('nurse');
  expect((await nurse.put('/api/v1/profile', aNurse())).status).toBeLessThan(300);
  const acknowledged: string[] = [];
  const post = async (): Promise<number> => {
    const title = `Nurse ${acknowledged.length}`;
    const description = randomBytes(DESCRIPTION_BYTES).toString('hex').replaceAll(/.{12}/g, '$& ');
    const { status, body } = await employer.post('/api/v1/vacancies', aVacancy({ title, description }));
    if (status === 201) acknowledged.push(body.id);
    return status;
  };
  expect(await post()).toBe(201);
  disk.fill();
  const statuses = new Set<number>();
  for (const until = performance.now() + longestMs; performance.now() < until && !statuses.has(503);) {
    statuses.add(await post());
    await pause(POST_EVERY_MS);
  }
  disk.empty();
  await eventually(async () => expect(await post()).toBe(201), PATIENCE);
  await eventually(async () => {
    const { body } = await nurse.get('/api/v1/alerts?limit=200');
    const heard = new Set((body.items ?? []).map((item: { vacancyId: string }) => item.vacancyId));
    expect(acknowledged.filter((id) => !heard.has(id))).toEqual([]);
  }, PATIENCE);
  return statuses;
}
