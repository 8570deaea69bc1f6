import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { makeInstance } from '../instance/instance.js';
import { signed } from '../testing/signed.js';
import { publicKeys, signToken } from './tokens.js';
import { TokenVerifier } from './verifier.js';

const own = makeInstance();
/** Stands for the provider: its key, under its own name. */
const provider = makeInstance();
const issuer = 'https://login.example';
let server: Server;
let answer: { status: number; body: string };

beforeEach(async () => {
  answer = { status: 200, body: JSON.stringify(await publicKeys(provider)) };
  server = createServer((_, response) => {
    response.writeHead(answer.status, { 'Content-Type': 'application/json' });
    response.end(answer.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => server.close());

function verifier(): Promise<TokenVerifier> {
  const { port } = server.address() as AddressInfo;
  const claims = { role: 'jobwire_role', employer: 'org', employerName: 'org_name' };
  const jwksUri = `http://127.0.0.1:${port}/jwks`;
  return TokenVerifier.create(own, { issuer, jwksUri, audience: 'jobwire', claims });
}

const token = () =>
  signed(provider, {
    issuer,
    claims: { role: undefined, jobwire_role: 'employer', org: 'acme', org_name: 'Acme' },
  });

it('reads the provider’s claims by the names it gives them', async () => {
  const caller = await (await verifier()).verify(await token());
  expect(caller).toMatchObject({ role: 'employer', issuer, employer: { id: 'acme', name: 'Acme' } });
});

it('does not accept the instance’s own key beside it', async () => {
  const ownToken = await signToken(own, { role: 'operator', subject: 'ops' });
  await expect((await verifier()).verify(ownToken)).rejects.toMatchObject({ kind: 'unauthenticated' });
});

it.each([
  ['fails', 500, 'oops'],
  ['answers no keys', 200, '{"nothing":1}'],
  ['answers no JSON', 200, '<html>'],
])('does not blame the token while the provider %s', async (_, status, body) => {
  answer = { status, body };
  await expect((await verifier()).verify(await token())).rejects.toMatchObject({
    kind: 'unavailable',
    code: 'ISSUER_UNAVAILABLE',
  });
});

it('does not blame the token while the provider is away', async () => {
  const away = await verifier();
  server.close();
  await once(server, 'close');
  await expect(away.verify(await token())).rejects.toMatchObject({ kind: 'unavailable' });
});
