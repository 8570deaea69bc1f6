import { eventually } from '@jobwire/testing';
import { randomUUID } from 'node:crypto';
import type { Api } from '../support/api.js';
import { withJobwire } from '../support/house.js';
import { LiveClient } from '../support/live-client.js';
import { aNurse, aVacancy } from '../support/samples.js';

const jobwire = withJobwire();
const states = (client: LiveClient): string[] =>
  client.alerts().map(({ alert }) => `${alert.vacancy.title} ${alert.state}`);

const sum = (reasons: { points: number }[]): number => reasons.reduce((all, { points }) => all + points, 0);

const names = async (api: Api, id: string): Promise<string[]> =>
  (await api.get(`/api/v1/vacancies/${id}/candidates`)).body.items.map(
    (item: { pseudonym: string }) => item.pseudonym,
  );

async function people(): Promise<{ nurse: Api; employer: Api; live: LiveClient }> {
  const { callers } = jobwire.house;
  const nurse = await callers.jobseeker(randomUUID());
  const employer = await callers.employer(randomUUID(), 'Northfield Hospital');
  const live = await LiveClient.hello(nurse);
  await nurse.put('/api/v1/profile', aNurse({ location: { town: 'Leeds' } }));
  return { nurse, employer, live };
}

it('a person hears of a fitting vacancy, of its change and of its end', async () => {
  const { nurse, employer, live } = await people();
  const title = `Nurse ${randomUUID()}`;
  const posted = await employer.post('/api/v1/vacancies', aVacancy({ title }));
  expect(posted.status).toBe(201);
  await eventually(() => expect(states(live)).toContain(`${title} found`));

  const path = `/api/v1/vacancies/${posted.body.id}`;
  const changed = await employer.call('PATCH', path, { skills: { desired: ['Phlebotomy', 'Plumbing'] } });
  expect(changed.body.revision).toBe(2);
  await eventually(() => expect(states(live)).toContain(`${title} changed`));

  expect((await employer.post(`${path}/close`)).body.status).toBe('closed');
  await eventually(() => expect(states(live)).toContain(`${title} withdrawn`));
  const positions = live.alerts().map(({ position }) => position);
  expect(positions).toEqual(positions.toSorted((a, b) => a - b));
  expect(
    (await nurse.get('/api/v1/alerts?state=found')).body.items.map(
      (item: { vacancyId: string }) => item.vacancyId,
    ),
  ).not.toContain(posted.body.id);
});

it('reasons add up to the score, for the person and for the employer', async () => {
  const { nurse, employer, live } = await people();
  const title = `Nurse ${randomUUID()}`;
  const posted = await employer.post('/api/v1/vacancies', aVacancy({ title }));
  await eventually(() => expect(states(live)).toContain(`${title} found`));
  const { body } = await nurse.get('/api/v1/alerts');
  const alert = body.items.find((item: { vacancyId: string }) => item.vacancyId === posted.body.id);
  expect(sum(alert.reasons)).toBe(alert.score);
  expect(alert.vacancy).toEqual({ title, employerName: 'Northfield Hospital', location: 'Leeds' });
  const list = await employer.get(`/api/v1/vacancies/${posted.body.id}/candidates`);
  const [candidate] = list.body.items;
  expect(sum(candidate.reasons)).toBe(candidate.score);
  expect(sum(candidate.personReasons)).toBe(candidate.personScore);
});

it('changed skills bring new alerts and withdraw old ones', async () => {
  const { nurse, employer, live } = await people();
  const [nursing, plumbing] = [`Nurse ${randomUUID()}`, `Plumber ${randomUUID()}`];
  await employer.post('/api/v1/vacancies', aVacancy({ title: nursing }));
  await employer.post(
    '/api/v1/vacancies',
    aVacancy({ title: plumbing, skills: { required: ['Plumbing', 'Pipe fitting', 'Soldering'] } }),
  );
  await eventually(() => expect(states(live)).toContain(`${nursing} found`));
  expect(states(live)).not.toContain(`${plumbing} found`);
  const skills = ['Plumbing', 'Pipe fitting', 'Soldering'].map((skill) => ({ skill, level: 4 }));
  await nurse.put('/api/v1/profile', aNurse({ skills }));
  await eventually(() =>
    expect(states(live)).toEqual(expect.arrayContaining([`${plumbing} found`, `${nursing} withdrawn`])),
  );
});

it('an employer is told of candidates under pseudonyms that another employer does not share', async () => {
  const { employer, live } = await people();
  const { callers } = jobwire.house;
  const other = await callers.employer(randomUUID());
  const watching = await LiveClient.hello(employer);
  const title = `Nurse ${randomUUID()}`;
  const mine = await employer.post('/api/v1/vacancies', aVacancy({ title }));
  const theirs = await other.post('/api/v1/vacancies', aVacancy({ title }));
  await eventually(() => expect(states(live).filter((state) => state === `${title} found`)).toHaveLength(2));
  await eventually(() =>
    expect(
      watching.messages.filter((message) => message.type === 'candidate').map((m) => m.vacancyId),
    ).toContain(mine.body.id),
  );
  const [here, there] = [await names(employer, mine.body.id), await names(other, theirs.body.id)];
  expect(here.length).toBeGreaterThan(0);
  expect(here.filter((name) => there.includes(name))).toEqual([]);
  expect((await other.get(`/api/v1/vacancies/${mine.body.id}/candidates`)).status).toBe(404);
});

it('who is erased leaves inbox and lists, and begins anew with the same socket', async () => {
  const { nurse, employer, live } = await people();
  const title = `Nurse ${randomUUID()}`;
  const posted = await employer.post('/api/v1/vacancies', aVacancy({ title }));
  await eventually(() => expect(states(live)).toContain(`${title} found`));
  const before = Math.max(...live.alerts().map(({ position }) => position));
  const listed = async (): Promise<number> =>
    (await employer.get(`/api/v1/vacancies/${posted.body.id}/candidates`)).body.items.length;
  const candidates = await listed();
  expect((await nurse.call('DELETE', '/api/v1/profile')).status).toBe(204);
  expect((await nurse.get('/api/v1/profile')).status).toBe(404);
  await eventually(async () => {
    expect((await nurse.get('/api/v1/alerts')).body.items).toEqual([]);
    expect(await listed()).toBe(candidates - 1);
  });
  expect((await nurse.put('/api/v1/profile', aNurse({ visible: false }))).status).toBe(201);
  await eventually(() => expect(states(live).filter((state) => state === `${title} found`)).toHaveLength(2));
  expect(live.alerts().at(-1)?.position).toBeGreaterThan(before);
});

it('a client that was away gets what it missed, from its position on, that included', async () => {
  const { nurse, employer, live } = await people();
  const [first, second] = [`Nurse ${randomUUID()}`, `Nurse ${randomUUID()}`];
  await employer.post('/api/v1/vacancies', aVacancy({ title: first }));
  await eventually(() => expect(states(live)).toContain(`${first} found`));
  const last = live.alerts().find(({ alert }) => alert.vacancy.title === first);
  const [ready] = live.messages.filter((message) => message.type === 'ready');
  live.close();
  await employer.post('/api/v1/vacancies', aVacancy({ title: second }));
  const back = await LiveClient.hello(nurse, { epoch: ready?.epoch ?? '', position: last?.position ?? 0 });
  await eventually(() =>
    expect(states(back)).toEqual(expect.arrayContaining([`${first} found`, `${second} found`])),
  );
  expect(back.messages[0]).toMatchObject({ type: 'ready', recovered: true });
  const strange = await LiveClient.hello(nurse, { epoch: 'another', position: 0 });
  expect(strange.messages[0]).toMatchObject({ type: 'ready', recovered: false });
  expect(strange.alerts()).toEqual([]);
});
