import { createHmac } from 'node:crypto';
import { makeInstance } from '../instance/instance.js';
import { assembled, signed, type Forgery } from '../testing/signed.js';
import { issuerOf, publicKeys, signToken } from './tokens.js';
import { TokenVerifier } from './verifier.js';

const instance = makeInstance();
const verifier = await TokenVerifier.create(instance);
const refusal = { kind: 'unauthenticated', code: 'TOKEN_INVALID' };
const alice = {
  iss: issuerOf(instance),
  aud: 'jobwire',
  sub: 'alice',
  role: 'jobseeker',
  exp: 4_000_000_000,
};

it('reads who is calling from a token of its own', async () => {
  const token = await signToken(instance, {
    role: 'employer',
    subject: 'erin',
    employer: 'acme',
    employerName: 'Acme',
  });
  const caller = await verifier.verify(token);
  expect(caller).toMatchObject({ role: 'employer', subject: 'erin', employer: { id: 'acme', name: 'Acme' } });
  expect(caller.owner).not.toContain('erin');
});

it('calls an employer without a name by its id, and gives no employer to others', async () => {
  const employer = await signToken(instance, { role: 'employer', subject: 'erin', employer: 'acme' });
  expect((await verifier.verify(employer)).employer).toEqual({ id: 'acme', name: 'acme' });
  const jobseeker = await signToken(instance, { role: 'jobseeker', subject: 'alice', employer: 'acme' });
  expect(await verifier.verify(jobseeker)).not.toHaveProperty('employer');
});

it('knows one person by one owner, and another by another', async () => {
  const ownerOf = async (subject: string) =>
    (await verifier.verify(await signed(instance, { subject }))).owner;
  expect(await ownerOf('alice')).toBe(await ownerOf('alice'));
  expect(await ownerOf('alice')).not.toBe(await ownerOf('bob'));
  const other = await TokenVerifier.create({ ...instance, pseudonymSecret: 'other' });
  expect((await other.verify(await signed(instance))).owner).not.toBe(await ownerOf('alice'));
});

it.each<[string, Forgery]>([
  ['another issuer', { issuer: 'urn:jobwire:other' }],
  ['another audience', { audience: 'other' }],
  ['another key', { key: makeInstance() }],
  ['no expiry', { expires: null }],
  ['no subject', { subject: '' }],
  ['no role', { claims: { role: undefined } }],
  ['an unknown role', { claims: { role: 'admin' } }],
  ['several roles', { claims: { role: ['jobseeker', 'operator'] } }],
  ['an employer nobody names', { claims: { role: 'employer' } }],
  ['an employer named by nothing', { claims: { role: 'employer', employer: '' } }],
  ['an employer named by a list', { claims: { role: 'employer', employer: ['acme'] } }],
])('refuses a token of %s', async (_, forgery) => {
  await expect(verifier.verify(await signed(instance, forgery))).rejects.toMatchObject(refusal);
});

it('refuses what nobody signed, or signed with what everybody knows', async () => {
  const [key] = (await publicKeys(instance)).keys;
  const unsigned = assembled({ alg: 'HS256', kid: instance.id }, alice);
  const [head, body] = unsigned.split('.');
  const mac = createHmac('sha256', JSON.stringify(key)).update(`${head}.${body}`).digest('base64url');
  for (const token of [
    assembled({ alg: 'none' }, alice),
    assembled({ alg: 'none', kid: instance.id }, alice, 'AAAA'),
    `${head}.${body}.${mac}`,
    'nonsense',
    '..',
    '',
  ])
    await expect(verifier.verify(token)).rejects.toMatchObject(refusal);
});

it('refuses a token whose claims were changed after it was signed', async () => {
  const [head, , signature] = (await signed(instance)).split('.');
  const forged = `${head}.${Buffer.from(JSON.stringify({ ...alice, role: 'operator' })).toString('base64url')}.${signature}`;
  await expect(verifier.verify(forged)).rejects.toMatchObject({
    ...refusal,
    message: expect.stringContaining('signature'),
  });
});

it('refuses a token from its expiry on, also one that it accepted before', async () => {
  const expires = 1_800_000_000;
  const token = await signed(instance, { expires });
  expect((await verifier.verify(token, new Date((expires - 1) * 1000))).subject).toBe('alice');
  await expect(verifier.verify(token, new Date(expires * 1000))).rejects.toMatchObject({
    code: 'TOKEN_EXPIRED',
  });
});

it('publishes the public half of its key only', async () => {
  const [key] = (await publicKeys(instance)).keys;
  expect(key).toMatchObject({ kty: 'EC', crv: 'P-256', kid: instance.id });
  expect(key).not.toHaveProperty('d');
});
