import { MongoClient } from 'mongodb';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { placesOf } from './config.js';
import { findMongod } from './find-mongod.js';
import { startMongo } from './start-mongo.js';

const OWN_MONGO = resolve(import.meta.dirname, '../test/own-mongo.mjs');
const found = await findMongod(placesOf(), () => undefined).catch((error: Error) => error.message);
if (typeof found === 'string') process.stderr.write(`Skipped: ${found}\n`);
const describeHere = typeof found === 'string' ? describe.skip : describe;

describeHere('a MongoDB of this machine', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'jobwire-test-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('serves at once when it is started, and leaves nothing of a temporary folder', async () => {
    const server = await startMongo();
    const before = folderOf(server.pid);
    expect(await namesIn(server.address)).toEqual([]);
    expect(existsSync(before)).toBe(true);
    await server.stop();
    expect(existsSync(before)).toBe(false);
  }, 60_000);

  it('keeps its data from one start to the next', async () => {
    const first = await startMongo({ folder });
    await addName(first.address, 'a');
    await first.stop();
    const second = await startMongo({ folder });
    expect(await namesIn(second.address)).toEqual(['a']);
    await second.stop();
  }, 60_000);

  it('does not take a folder that another one is on', async () => {
    const server = await startMongo({ folder });
    await expect(startMongo({ folder })).rejects.toThrow(`in use: process ${process.pid}`);
    expect(await namesIn(server.address)).toEqual([]);
    await server.stop();
  }, 60_000);

  it('ends when the process that started it is killed', async () => {
    const { owner, pid } = await ownedElsewhere(folder);
    process.kill(owner, 'SIGKILL');
    await untilGone(pid);
  }, 60_000);

  it('is ended by the next start when owner and guard were both killed', async () => {
    const { owner, pid } = await ownedElsewhere(folder);
    // Held, so that it does not see its guard die.
    process.kill(owner, 'SIGSTOP');
    for (const guard of guardsOf(pid)) process.kill(guard, 'SIGKILL');
    process.kill(owner, 'SIGKILL');
    await untilGone(owner);
    expect(isRunning(pid)).toBe(true);
    const next = await startMongo({ folder });
    expect(isRunning(pid)).toBe(false);
    expect(await namesIn(next.address)).toEqual([]);
    await next.stop();
  }, 60_000);

  it('ends with its guard, and can be started again by the same owner', async () => {
    const first = await startMongo({ folder });
    const { pid = 0 } = first;
    process.kill(parentOf(pid), 'SIGKILL');
    expect(await first.ended).toEqual(
      expect.objectContaining({ message: expect.stringContaining('SIGKILL') }),
    );
    const second = await startMongo({ folder });
    expect(isRunning(pid)).toBe(false);
    await second.stop();
  }, 60_000);

  it('ends although it hangs', async () => {
    const server = await startMongo({ folder });
    const { pid = 0 } = server;
    process.kill(pid, 'SIGSTOP');
    await server.stop();
    expect(isRunning(pid)).toBe(false);
  }, 60_000);

  it('says that its port is taken', async () => {
    const stranger = createServer().listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    const { port } = stranger.address() as AddressInfo;
    await expect(startMongo({ folder, port })).rejects.toThrow(/MongoDB ended.*[^]*Address already in use/);
    stranger.close();
  }, 60_000);

  it('says what is wrong with a damaged folder', async () => {
    await (await startMongo({ folder })).stop();
    truncateSync(join(folder, 'WiredTiger.wt'), 100);
    await expect(startMongo({ folder })).rejects.toThrow(/MongoDB ended.*[^]*WiredTiger/);
  }, 60_000);
});

async function ownedElsewhere(folder: string): Promise<{ owner: number; pid: number }> {
  const owner = spawn(process.execPath, [OWN_MONGO, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = (await once(owner.stdout, 'data')) as [Buffer];
  return { owner: owner.pid ?? 0, pid: Number(said) };
}

async function namesIn(address: string): Promise<string[]> {
  const client = new MongoClient(address);
  const documents = await client.db('test').collection('names').find().toArray();
  await client.close();
  return documents.map((document) => String(document['name']));
}

async function addName(address: string, name: string): Promise<void> {
  const client = new MongoClient(address);
  await client.db('test').collection('names').insertOne({ name });
  await client.close();
}

function folderOf(pid = 0): string {
  const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  return args[args.indexOf('--dbpath') + 1] ?? '';
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

/** The guard and its helpers, which would end the server as well: all of its process group but the server. */
function guardsOf(pid: number): number[] {
  const everybody = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return everybody.filter((other) => other !== pid && groupOf(other) === groupOf(pid));
}

function groupOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[2];
  } catch {
    return undefined;
  }
}

/** Fails by the test's own time limit. */
async function untilGone(pid: number): Promise<void> {
  while (isRunning(pid)) await pause(20);
}

function isRunning(pid: number): boolean {
  try {
    return !/^State:\sZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
