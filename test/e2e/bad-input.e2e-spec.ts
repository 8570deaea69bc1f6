import { MEBIBYTE } from '@jobwire/contracts';
import { instanceOf, makeInstance, signToken } from '@jobwire/platform';
import { randomUUID } from 'node:crypto';
import { Api } from '../support/api.js';
import { withJobwire } from '../support/house.js';
import { aNurse, aVacancy } from '../support/samples.js';

const jobwire = withJobwire();
const employer = () => jobwire.house.callers.employer('acme');
const jobseeker = () => jobwire.house.callers.jobseeker('alice');
const fields = (body: { errors?: { field: string }[] }): string[] =>
  (body.errors ?? []).map(({ field }) => field);

it.each([
  ['a body that is not JSON', '{"title":', 400, 'NOT_JSON', 'body'],
  ['a body that is an array', [], 422, 'INVALID_BODY', 'body'],
  ['no body', undefined, 422, 'INVALID_BODY', 'body'],
  ['an unknown field', aVacancy({ salry: 1 }), 422, 'INVALID_BODY', 'salry'],
  ['a title of the wrong type', aVacancy({ title: 7 }), 422, 'INVALID_BODY', 'title'],
  [
    'an unknown postcode',
    aVacancy({ location: { postcode: 'ZZ99 9ZZ' } }),
    422,
    'UNKNOWN_PLACE',
    'location.postcode',
  ],
  ['an unknown town', aVacancy({ location: { town: 'Atlantis' } }), 422, 'UNKNOWN_PLACE', 'location.town'],
  ['no place', aVacancy({ location: undefined }), 422, 'INVALID_BODY', 'location'],
  ['a salary of -1', aVacancy({ salary: { min: -1 } }), 422, 'INVALID_BODY', 'salary.min'],
  [
    'a maximum below the minimum',
    aVacancy({ salary: { min: 2, max: 1 } }),
    422,
    'INVALID_BODY',
    'salary.min',
  ],
  [
    '10,000 skills',
    aVacancy({ skills: { required: Array(10_000).fill('x') } }),
    422,
    'INVALID_BODY',
    'skills.required',
  ],
  [
    'an unknown id of a skill',
    aVacancy({ skills: { required: ['skill:flying-carpets'] } }),
    422,
    'UNKNOWN_SKILL',
    'skills.required.0',
  ],
  ['a title of control characters', aVacancy({ title: '\u0000\u0007\u200b' }), 422, 'INVALID_BODY', 'title'],
  ['a title of 900 kB', aVacancy({ title: 'x'.repeat(900_000) }), 422, 'INVALID_BODY', 'title'],
  [
    'a closing time that has passed',
    aVacancy({ closesAt: '2001-01-01' }),
    422,
    'CLOSES_IN_THE_PAST',
    'closesAt',
  ],
])('%s is refused and names the field', async (_, body, status, code, field) => {
  const answer = await (await employer()).post('/api/v1/vacancies', body);
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(answer.body).toMatchObject({ status, code, correlationId: expect.any(String) });
  expect(fields(answer.body)).toContain(field);
});

it('a body over the limit is 413, a batch may be larger', async () => {
  const api = await employer();
  const large = aVacancy({ description: 'x'.repeat(MEBIBYTE) });
  expect(await api.post('/api/v1/vacancies', large)).toMatchObject({
    status: 413,
    body: { code: 'BODY_TOO_LARGE' },
  });
  const batch = { items: [large, aVacancy({ title: 'Good one' })] };
  const { body } = await api.post('/api/v1/vacancies/batch', batch);
  expect(body.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['rejected', 'created']);
  expect(fields(body.results[0])).toEqual(['description']);
});

it('scripts and contact details do not get in', async () => {
  const description =
    '<p onclick="x()">Care.</p><script>alert(1)</script><img src=x onerror=y> Ring 0113 496 0000 or write to a@b.org';
  const { body } = await (await employer()).post('/api/v1/vacancies', aVacancy({ description }));
  expect(body.description).not.toMatch(/script|onclick|onerror|<img|0113|a@b/);
  expect(body.description).toContain('Care.');
});

it('unknown query parameters and addresses are refused', async () => {
  const api = jobwire.house.callers.nobody();
  expect(await api.get('/api/v1/vacancies?colour=red')).toMatchObject({
    status: 400,
    body: { errors: [{ field: 'colour' }] },
  });
  expect(await api.get('/api/v1/vacancies?limit=0')).toMatchObject({
    status: 400,
    body: { errors: [{ field: 'limit' }] },
  });
  expect(await api.get('/api/v1/vacancies?after=rubbish')).toMatchObject({
    status: 400,
    body: { code: 'BAD_CURSOR' },
  });
  expect(await api.get('/api/v1/nothing')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  const wrong = await api.call('DELETE', '/api/v1/vacancies');
  expect(wrong).toMatchObject({ status: 405, body: { code: 'METHOD_NOT_ALLOWED' } });
  expect(wrong.headers.get('allow')).toContain('POST');
});

it('tokens that are missing, expired, foreign, tampered with or of the wrong role are refused', async () => {
  const { house } = jobwire;
  const { url } = house.process;
  const own = instanceOf(house.process.data);
  const claims = { role: 'employer', subject: 'erin', employer: 'acme' } as const;
  const good = await signToken(own, claims);
  const [head = '', , signature = ''] = good.split('.');
  const forged = Buffer.from(
    JSON.stringify({
      ...JSON.parse(Buffer.from(good.split('.')[1] ?? '', 'base64url').toString()),
      employer: 'other',
    }),
  );
  const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${good.split('.')[1]}.`;
  const tokens: [string | undefined, string][] = [
    [undefined, 'TOKEN_MISSING'],
    ['rubbish', 'TOKEN_INVALID'],
    [await signToken(own, { ...claims, expires: 1_000_000_000 }), 'TOKEN_EXPIRED'],
    [await signToken({ ...own, id: randomUUID() }, claims), 'TOKEN_INVALID'],
    [await signToken({ ...makeInstance(), id: own.id }, claims), 'TOKEN_INVALID'],
    [`${head}.${forged.toString('base64url')}.${signature}`, 'TOKEN_INVALID'],
    [none, 'TOKEN_INVALID'],
    [await signToken(own, { role: 'employer', subject: 'erin' }), 'TOKEN_INVALID'],
  ];
  for (const [token, code] of tokens) {
    const answer = await new Api(url, token).post('/api/v1/vacancies', aVacancy());
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 401, code });
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
  }
  expect(await (await jobseeker()).post('/api/v1/vacancies', aVacancy())).toMatchObject({
    status: 403,
    body: { code: 'WRONG_ROLE' },
  });
});

it('what belongs to somebody else stays theirs', async () => {
  const { callers } = jobwire.house;
  const mine = await employer();
  const other = await callers.employer(randomUUID());
  const { body } = await mine.post('/api/v1/vacancies', aVacancy());
  const path = `/api/v1/vacancies/${body.id}`;
  expect((await other.call('PATCH', path, { title: 'Mine now' })).status).toBe(403);
  expect((await other.post(`${path}/close`)).status).toBe(403);
  expect((await other.get(`${path}/candidates`)).status).toBe(404);
  const bob = await callers.jobseeker(randomUUID());
  await bob.put('/api/v1/profile', aNurse());
  const alice = await jobseeker();
  await alice.put('/api/v1/profile', aNurse());
  const { body: inbox } = await bob.get('/api/v1/alerts');
  for (const { id } of inbox.items) {
    expect((await alice.get(`/api/v1/alerts/${id}`)).status).toBe(404);
    expect((await alice.post(`/api/v1/alerts/${id}/dismiss`)).status).toBe(404);
  }
});

it('the same Idempotency-Key gives the same vacancy, with another body it is refused', async () => {
  const api = await employer();
  const key = { 'idempotency-key': randomUUID() };
  const first = await api.post('/api/v1/vacancies', aVacancy({ title: 'Once' }), key);
  const again = await api.post('/api/v1/vacancies', aVacancy({ title: 'Once' }), key);
  expect([again.status, again.body.id]).toEqual([201, first.body.id]);
  expect(await api.post('/api/v1/vacancies', aVacancy({ title: 'Twice' }), key)).toMatchObject({
    status: 422,
    body: { code: 'IDEMPOTENCY_KEY_REUSED' },
  });
});

it('a reference names one vacancy of an employer, and a stale change is refused', async () => {
  const api = await employer();
  const externalReference = randomUUID();
  const first = await api.post('/api/v1/vacancies', aVacancy({ externalReference }));
  expect(await api.post('/api/v1/vacancies', aVacancy({ externalReference }))).toMatchObject({
    status: 409,
    body: { vacancyId: first.body.id },
  });
  const path = `/api/v1/vacancies/${first.body.id}`;
  const patch = (match: string) =>
    api.call(
      'PATCH',
      path,
      { positions: 3 },
      { 'content-type': 'application/merge-patch+json', 'if-match': match },
    );
  expect((await patch('"1"')).body).toMatchObject({ revision: 2, positions: 3 });
  expect(await patch('"1"')).toMatchObject({ status: 412, body: { code: 'STALE_REVISION' } });
  expect((await api.post(`${path}/close`)).status).toBe(200);
  expect((await api.post(`${path}/close`, {})).status).toBe(200);
  expect(await patch('"3"')).toMatchObject({ status: 409, body: { code: 'VACANCY_CLOSED' } });
});

it('one’s own vacancies are for signed-in employers', async () => {
  const path = '/api/v1/vacancies?mine=true';
  expect((await jobwire.house.callers.nobody().get(path)).status).toBe(401);
  expect((await (await jobseeker()).get(path)).status).toBe(403);
  expect((await (await employer()).get(path)).status).toBe(200);
  expect((await jobwire.house.callers.nobody().get('/api/v1/vacancies')).status).toBe(200);
});
