import { jest } from '@jest/globals';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA_VERSION, instanceOf, makeInstance } from './instance.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'jobwire-instance-'))));
afterEach(() => rmSync(folder, { recursive: true }));
const file = () => join(folder, 'instance.json');

it('makes an identity once, that only its owner can read, and leaves nothing else', () => {
  const made = instanceOf(folder);
  expect(instanceOf(folder)).toEqual(made);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['instance.json']);
});

it('makes the folders on the way', () => {
  const deep = join(folder, 'a', 'b');
  expect(instanceOf(deep)).toEqual(instanceOf(deep));
  expect(statSync(join(folder, 'a')).mode & 0o077).toBe(0);
});

it('gives another folder another identity', () => {
  const [one, two] = [instanceOf(join(folder, 'one')), instanceOf(join(folder, 'two'))];
  expect(one.id).not.toBe(two.id);
  expect(one.pseudonymSecret).not.toBe(two.pseudonymSecret);
});

it('lets who lost the race take the identity of who won', () => {
  const winner = makeInstance();
  // The other process writes after this one has looked, while it makes its own.
  jest.spyOn(crypto, 'randomUUID').mockImplementationOnce(() => {
    writeFileSync(file(), JSON.stringify(winner));
    return '00000000-0000-4000-8000-000000000000';
  });
  expect(instanceOf(folder)).toEqual(winner);
  expect(readdirSync(folder)).toEqual(['instance.json']);
});

it.each(['', '{', '[]', '{"id":"x"}', JSON.stringify({ ...makeInstance(), signingKey: 'no' })])(
  'refuses a damaged file and leaves it as it is: %s',
  (content) => {
    writeFileSync(file(), content);
    expect(() => instanceOf(folder)).toThrow(/instance\.json is damaged/);
    expect(readFileSync(file(), 'utf8')).toBe(content);
  },
);

it('refuses a folder of a newer Jobwire and names both versions', () => {
  const newer = { ...makeInstance(), dataVersion: DATA_VERSION + 1 };
  writeFileSync(file(), JSON.stringify(newer));
  expect(() => instanceOf(folder)).toThrow(
    new RegExp(`version ${DATA_VERSION + 1}, this one knows ${DATA_VERSION}`),
  );
});

it('says which folder cannot be used', () => {
  writeFileSync(join(folder, 'a-file'), '');
  expect(() => instanceOf(join(folder, 'a-file'))).toThrow(/a-file.*cannot be used.*JOBWIRE_DATA/);
});
