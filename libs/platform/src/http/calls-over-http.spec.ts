import type { Role } from '@jobwire/contracts';
import { request } from 'node:http';
import { startSmallService, type SmallService } from '../testing/small-service.js';

let service: SmallService;
beforeAll(async () => {
  service = await startSmallService();
});
afterAll(() => service.stop());

interface Asked extends RequestInit {
  readonly as?: Role;
}

async function ask(method: string, path: string, { as, ...init }: Asked = {}) {
  const headers = new Headers(init.headers);
  if (as !== undefined) headers.set('Authorization', `Bearer ${await service.token(as)}`);
  const response = await fetch(`${service.url}${path}`, { method, ...init, headers });
  const text = await response.text();
  const body = (text === '' ? undefined : JSON.parse(text)) as Record<string, unknown> | undefined;
  return { status: response.status, headers: response.headers, body };
}

const json = { 'Content-Type': 'application/json' };
const put = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = json, query = '') =>
  ask('PUT', `/things/a%2Fb${query}`, { as: 'employer', body, headers });

describe('who may call', () => {
  it('is asked for a token where one is needed', async () => {
    const { status, body, headers } = await ask('DELETE', '/me');
    expect([status, body?.['code']]).toEqual([401, 'TOKEN_MISSING']);
    expect(headers.get('www-authenticate')).toMatch(/^Bearer/);
  });

  it('is refused in the wrong role', async () => {
    const { status, body } = await ask('PUT', '/things/1', { as: 'jobseeker', body: '{}', headers: json });
    expect([status, body?.['code']]).toEqual([403, 'WRONG_ROLE']);
  });

  it('may be anyone, and then a token is still read', async () => {
    expect((await ask('GET', '/who')).body).toEqual({ role: 'nobody' });
    expect((await ask('GET', '/who', { as: 'operator' })).body).toEqual({ role: 'operator' });
  });

  it.each(['Bearer', 'Bearer ', 'Bearer not.a.token', 'Basic YTpi', 'Bearer a b'])(
    'is refused with %j, also where anyone may call',
    async (authorization) => {
      const { status, body } = await ask('GET', '/who', { headers: { Authorization: authorization } });
      expect([status, body?.['code']]).toEqual([401, 'TOKEN_INVALID']);
    },
  );

  it('is asked before anything is said about the body', async () => {
    expect((await ask('PUT', '/things/1', { body: '{' })).status).toBe(401);
  });
});

describe('what a call takes', () => {
  it('is handed over checked, with defaults, and only what is declared is answered', async () => {
    const { status, body, headers } = await put('{"name":"x"}', { ...json, 'If-Match': '"1"' });
    expect(status).toBe(200);
    expect(body).toEqual({
      said: {
        params: { id: 'a/b' },
        query: { limit: 7 },
        body: { name: 'x', parts: [] },
        headers: { 'if-match': '"1"' },
        employer: { id: 'acme', name: 'acme' },
      },
    });
    expect(headers.get('etag')).toBe('"1"');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it.each([
    ['no JSON', '{', json, 400, 'NOT_JSON'],
    ['no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), json, 422, 'INVALID_BODY'],
    ['text', '{"name":"x"}', { 'Content-Type': 'text/plain' }, 415, 'WRONG_MEDIA_TYPE'],
    ['too large', `{"name":"${'x'.repeat(1024)}"}`, json, 413, 'BODY_TOO_LARGE'],
    ['nothing', '', json, 422, 'INVALID_BODY'],
    ['null', 'null', json, 422, 'INVALID_BODY'],
    ['a list', '[]', json, 422, 'INVALID_BODY'],
    ['an unknown encoding', '{}', { ...json, 'Content-Encoding': 'zip' }, 400, 'NOT_JSON'],
    ['a way to the prototype', '{"name":"x","__proto__":{"a":1}}', json, 422, 'INVALID_BODY'],
  ])('that is %s is refused', async (_, body, headers, status, code) => {
    const answer = await put(body, headers);
    expect([answer.status, answer.body?.['code']]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  it('may come as another media type that the call declares', async () => {
    expect((await put('{"name":"x"}', { 'Content-Type': 'application/merge-patch+json' })).status).toBe(200);
    expect((await put('{"name":"x"}', { 'Content-Type': 'application/json; charset=utf-8' })).status).toBe(
      200,
    );
  });

  it.each([
    ['{"name":"x","parts":[1,"two"]}', '', 422, 'parts.1'],
    ['{"name":"x","colour":"red"}', '', 422, 'colour'],
    ['{}', '', 422, 'name'],
    ['{"name":"x"}', '?limit=0', 400, 'limit'],
    ['{"name":"x"}', '?limit=many', 400, 'limit'],
    ['{"name":"x"}', '?limit=1&limit=2', 400, 'limit'],
    ['{"name":"x"}', '?colour=red', 400, 'colour'],
  ])('%s %s is %d and names %s', async (sent, query, status, field) => {
    const { status: answered, body } = await put(sent, json, query);
    expect(answered).toBe(status);
    expect(body?.['errors']).toMatchObject([{ field }]);
  });

  it('may be nothing or {} where no body is needed, and nothing else', async () => {
    expect((await ask('DELETE', '/me', { as: 'jobseeker' })).status).toBe(204);
    expect((await ask('DELETE', '/me', { as: 'jobseeker', body: '{}', headers: json })).status).toBe(204);
    const more = await ask('DELETE', '/me', { as: 'jobseeker', body: '{"a":1}', headers: json });
    expect(more.status).toBe(422);
  });
});

describe('what goes wrong', () => {
  it('in the house is 500 and says nothing of it', async () => {
    const { status, body } = await ask('GET', '/fail/defect');
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toMatch(/secret|alice|TypeError/);
  });

  it('because a part is away is 503 with a time to come back', async () => {
    const { status, body, headers } = await ask('GET', '/fail/away');
    expect([status, body?.['code']]).toEqual([503, 'UNAVAILABLE']);
    expect(headers.get('retry-after')).toMatch(/^\d+$/);
    expect(JSON.stringify(body)).not.toContain('/data');
  });

  it('is a problem with a type, a title and the id that is in the logs', async () => {
    const { body, headers } = await ask('GET', '/fail/missing', { headers: { 'X-Correlation-Id': 'abc-1' } });
    expect(body).toMatchObject({ status: 404, code: 'NO_THING', title: 'Not Found', correlationId: 'abc-1' });
    expect(body?.['type']).toBe('urn:jobwire:problem:no-thing');
    expect(headers.get('x-correlation-id')).toBe('abc-1');
  });

  it('never puts into a log what a caller made up as an id', async () => {
    const { body } = await ask('GET', '/fail/missing', { headers: { 'X-Correlation-Id': 'a b{}' } });
    expect(body?.['correlationId']).toMatch(/^[\w-]{36}$/);
  });

  it('at an address nobody knows, or one that cannot be read, is a problem too', async () => {
    expect((await ask('GET', '/nowhere')).body).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect((await ask('GET', '/fail/%E0%A4%A')).body).toMatchObject({ status: 400 });
  });

  it('is survived when the caller hangs up in the middle of a body', async () => {
    const authorization = `Bearer ${await service.token('employer')}`;
    const headers = { ...json, 'Content-Length': '500', Authorization: authorization };
    const half = request(`${service.url}/things/1`, { method: 'PUT', headers });
    half.on('error', () => undefined);
    half.write('{"name":');
    await new Promise((resolve) => half.once('socket', (socket) => socket.once('connect', resolve)));
    half.destroy();
    expect((await ask('GET', '/who')).status).toBe(200);
  });
});

it('measures calls by their declaration, never by what was asked for', async () => {
  await put('{"name":"x"}');
  const text = await service.metrics.registry.metrics();
  expect(text).toContain('call="PUT /things/:id"');
  expect(text).not.toContain('a%2Fb');
});
