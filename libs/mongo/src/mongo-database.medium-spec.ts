import { UnavailableError } from '@jobwire/kernel';
import { freePort, startMongo, type LocalServer } from '@jobwire/local-servers';
import { eventually } from '@jobwire/testing';
import { Schema, mongo, type Model } from 'mongoose';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { MongoDatabase } from './mongo-database.js';

interface Thing {
  _id: string;
  n: number;
}

const PATIENCE = { timeoutMs: 40_000, everyMs: 50 };
const LIMIT_MS = 120_000;
const thingSchema = new Schema<Thing>(
  { _id: { type: String, required: true }, n: Number },
  { strict: 'throw' },
);
thingSchema.index({ n: 1 });

/** A database whose server the test starts, stops and kills. */
class Bench {
  readonly lines: string[] = [];
  private readonly folder = mkdtempSync(join(tmpdir(), 'jobwire-test-'));
  private readonly opened: MongoDatabase[] = [];
  private server: LocalServer | undefined;

  private constructor(readonly port: number) {}

  static async make(): Promise<Bench> {
    return new Bench(await freePort());
  }

  async startServer(): Promise<void> {
    this.server = await startMongo({ port: this.port, folder: this.folder });
  }

  signal(name: NodeJS.Signals): void {
    process.kill(this.server?.pid ?? 0, name);
  }

  async killServer(): Promise<void> {
    this.signal('SIGKILL');
    await this.server?.ended;
  }

  database({ layout = 1, login = '' } = {}): { db: MongoDatabase; things: Model<Thing> } {
    const log = (details: object, message: string): void => void this.lines.push(message + inspect(details));
    const uri = `mongodb://${login}127.0.0.1:${this.port}`;
    const db = new MongoDatabase({ uri, database: 'test', layout, logger: { warn: log, info: log } });
    this.opened.push(db);
    return { db, things: db.collection('things', thingSchema) };
  }

  async open(forgetLog: () => Promise<void> = () => Promise.resolve()) {
    const made = this.database();
    await made.db.open({ logId: 'log-1', forgetLog });
    return made;
  }

  async end(): Promise<void> {
    await Promise.all(this.opened.map((db) => db.close()));
    await this.server?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const trial = await startMongo().catch((error: Error) => error);
if (trial instanceof Error) process.stderr.write(`Skipped: ${trial.message}\n`);
else await trial.stop();
const describeHere = trial instanceof Error ? describe.skip : describe;

describeHere('a database in MongoDB', () => {
  let bench: Bench;
  beforeEach(async () => void (bench = await Bench.make()));
  afterEach(() => bench.end(), LIMIT_MS);

  it(
    'waits for a server that is away at the start, says so once, and refuses at once meanwhile',
    async () => {
      const { db, things } = await bench.open();
      expect(db.health()).toMatchObject({ ok: false, detail: expect.stringContaining('ECONNREFUSED') });
      await expect(db.run(() => things.findOne({ _id: 'a' }))).rejects.toThrow(UnavailableError);
      await bench.startServer();
      await eventually(() => expect(db.health()).toEqual({ ok: true }), PATIENCE);
      await db.run(() => things.insertOne({ _id: 'a', n: 1 }));
      expect(await db.run(() => things.countDocuments())).toBe(1);
      expect(bench.lines).toEqual([
        expect.stringContaining('MongoDB is away'),
        expect.stringContaining('MongoDB is there again'),
      ]);
    },
    LIMIT_MS,
  );

  it(
    'goes on after a server was killed and started again, with all that was acknowledged',
    async () => {
      await bench.startServer();
      const { db, things } = await bench.open();
      const acknowledged: string[] = [];
      const failed = (async (): Promise<void> => {
        for (let n = 0; ; n++) {
          await db.run(() => things.insertOne({ _id: `thing-${n}`, n }));
          acknowledged.push(`thing-${n}`);
        }
      })().catch((error: unknown) => error);
      await eventually(() => expect(acknowledged.length).toBeGreaterThan(50), PATIENCE);
      await bench.killServer();
      expect(await failed).toBeInstanceOf(UnavailableError);
      await eventually(() => expect(db.health().ok).toBe(false), PATIENCE);
      await bench.startServer();
      await eventually(() => expect(db.health().ok).toBe(true), PATIENCE);
      const found = new Set((await db.run(() => things.find().lean())).map(({ _id }) => _id));
      expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
    },
    LIMIT_MS,
  );

  it(
    'notices a server that takes commands and does not answer',
    async () => {
      await bench.startServer();
      const { db, things } = await bench.open();
      bench.signal('SIGSTOP');
      const began = performance.now();
      await expect(db.run(() => things.insertOne({ _id: 'a', n: 1 }))).rejects.toThrow(UnavailableError);
      expect(performance.now() - began).toBeLessThan(30_000);
      await eventually(() => expect(db.health().ok).toBe(false), PATIENCE);
      bench.signal('SIGCONT');
      await eventually(() => expect(db.health().ok).toBe(true), PATIENCE);
      await db.run(() => things.updateOne({ _id: 'b' }, { $set: { n: 2 } }, { upsert: true }));
    },
    LIMIT_MS,
  );

  it(
    'refuses a database of a newer layout and names both versions',
    async () => {
      await bench.startServer();
      await bench.open();
      const client = new mongo.MongoClient(`mongodb://127.0.0.1:${bench.port}`);
      await client
        .db('test')
        .collection<{ _id: string }>('about')
        .updateOne({ _id: 'layout' }, { $set: { version: 3 } });
      await client.close();
      await expect(bench.open()).rejects.toThrow(/layout 3; this Jobwire knows 1/);
    },
    LIMIT_MS,
  );

  it(
    'makes the indexes, and forgets places only when the log is another one',
    async () => {
      await bench.startServer();
      const forgotten: string[] = [];
      for (const logId of ['first', 'first', 'second', 'second']) {
        const { db, things } = bench.database();
        await db.open({ logId, forgetLog: async () => void forgotten.push(logId) });
        expect(Object.keys(await things.collection.indexInformation())).toEqual(['_id_', 'n_1']);
        expect(db.logId).toBe(logId);
      }
      expect(forgotten).toEqual(['second']);
    },
    LIMIT_MS,
  );

  it(
    'never says the password',
    async () => {
      await bench.startServer();
      const { db } = bench.database({ login: 'jobwire:sesame@' });
      await db.open({ logId: 'log-1', forgetLog: () => Promise.resolve() });
      const refused = await db.run(() => Promise.resolve()).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(UnavailableError);
      expect(db.health().detail).toContain('Authentication failed');
      const said = [...bench.lines, inspect(refused, { depth: 9 }), db.health().detail].join('\n');
      expect(said).not.toContain('sesame');
    },
    LIMIT_MS,
  );
});
