import { request, type IncomingHttpHeaders } from 'node:http';
import { removeData, startJobwire, type JobwireProcess } from '../support/start-jobwire.js';

describe('forms of the site', () => {
  let jobwire: JobwireProcess;

  beforeAll(async () => {
    jobwire = await startJobwire();
  }, 60_000);

  afterAll(async () => {
    await jobwire.kill('SIGTERM');
    removeData(jobwire);
  }, 30_000);

  interface Sent {
    readonly method?: string;
    readonly headers?: Record<string, string>;
    readonly body?: string;
  }

  // fetch does not let a program choose Host and Origin as freely as an attacker's browser setup can.
  const send = (path: string, { method = 'GET', headers = {}, body = '' }: Sent = {}) =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; text: string }>((resolve, reject) => {
      const outgoing = request(new URL(path, jobwire.url), { method, headers }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => (text += part));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
      });
      outgoing.on('error', reject).end(body);
    });

  const signIn = async (more: Record<string, string> = {}) => {
    const page = await send('/');
    const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const cookie = page.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    const answer = await send('/sign-in', {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...more },
      body: new URLSearchParams({ _csrf: token, side: 'jobseeker', person: 'priya-nair' }).toString(),
    });
    return { ...answer, before: cookie };
  };

  it('are taken with the token of the session, which then gets another id', async () => {
    const { status, headers, before } = await signIn();
    expect(status).toBe(303);
    expect(headers['set-cookie']?.[0]).toContain('HttpOnly; SameSite=Lax');
    expect(headers['set-cookie']?.[0]?.split(';')[0]).not.toBe(before);
  });

  it.each([{ origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }, { cookie: '' }])(
    'are refused with %j',
    async (headers) => {
      expect((await signIn(headers as Record<string, string>)).status).toBe(403);
    },
  );

  it('are not offered to a page that reached this machine under a name of its own', async () => {
    const { text, headers } = await send('/', { headers: { host: 'rebound.example' } });
    expect(text).not.toContain('<form');
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('come with a policy that lets no foreign and no inline script run', async () => {
    const policy = String((await send('/')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none';script-src 'self';style-src 'self'");
    expect(policy).not.toContain('unsafe');
  });
});
