import { UnavailableError } from '@jobwire/kernel';
import { Mongoose, type ConnectOptions, type Connection, type Model, type Schema } from 'mongoose';
import { setTimeout as pause } from 'node:timers/promises';
import { translated } from './away.js';
import { adoptLog, checkLayout } from './layout.js';
import { Presence, type MongoLogger } from './presence.js';

export interface MongoOptions {
  /** May hold a password: never logged. */
  readonly uri: string;
  readonly database: string;
  /** The version of the layout that this Jobwire knows. */
  readonly layout: number;
  readonly logger: MongoLogger;
}

export interface Opening {
  /** The event log whose places the stores will remember. */
  readonly logId: string;
  /** Drops the places in another log; see `adoptLog`. */
  readonly forgetLog: () => Promise<void>;
}

const LOOK_EVERY_MS = 2000;

/**
 * A majority has each write in its journal before it is acknowledged, and what is read is with a majority, so that no
 * failover takes back what somebody has built on. Five seconds decide whether a server is there, ten whether one that
 * took a command answers it (the slowest of ours takes well under one); nothing waits in memory for longer.
 */
const CONNECTION: ConnectOptions = {
  w: 'majority',
  journal: true,
  readConcernLevel: 'majority',
  readPreference: 'primary',
  ignoreUndefined: true,
  serverSelectionTimeoutMS: 5000,
  connectTimeoutMS: 5000,
  heartbeatFrequencyMS: 5000,
  socketTimeoutMS: 10_000,
  waitQueueTimeoutMS: 5000,
  maxPoolSize: 20,
};

/** A service's database in MongoDB as every store opens it. */
export class MongoDatabase {
  private readonly connection: Connection;
  private readonly presence: Presence;
  private readonly closing = new AbortController();
  private watch: Promise<void> = Promise.resolve();
  private isOpen = false;
  /** The event log whose places are remembered; known when the database is open. */
  logId = '';

  constructor(private readonly options: MongoOptions) {
    const mongoose = new Mongoose({
      // Values from outside are never operators, and a condition that the schema does not know is an error.
      sanitizeFilter: true,
      strictQuery: 'throw',
      bufferCommands: false,
      autoCreate: false,
      autoIndex: false,
    });
    this.connection = mongoose.createConnection();
    this.presence = new Presence(options.database, options.logger);
  }

  /** A collection, with its schema's indexes made when the database is opened. */
  collection<Document>(name: string, schema: Schema<Document>): Model<Document> {
    return this.connection.model<Document>(name, schema, name);
  }

  /**
   * Connects, checks the layout, makes indexes, adopts the log. When MongoDB is away it goes on trying, and `run`
   * refuses until that has succeeded.
   * @throws Error when the database belongs to a newer layout, naming both versions
   */
  async open(opening: Opening): Promise<void> {
    await this.look(opening).catch((error: unknown) => {
      if (!(error instanceof UnavailableError)) throw error;
      this.presence.away(error);
    });
    this.watch = this.keepLooking(opening);
  }

  /** @throws UnavailableError while MongoDB is away, and before the database has been opened; else as `work` does */
  run<Result>(work: () => PromiseLike<Result>): Promise<Result> {
    if (!this.isOpen) return Promise.reject(new UnavailableError('MongoDB is not available yet'));
    return translated(work);
  }

  health(): { ok: boolean; detail?: string } {
    return this.presence.health();
  }

  async close(): Promise<void> {
    this.isOpen = false;
    this.closing.abort();
    await this.watch;
    await this.connection.close();
  }

  private async keepLooking(opening: Opening): Promise<void> {
    const { signal } = this.closing;
    for (;;) {
      await pause(LOOK_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      await this.look(opening).catch((error: unknown) => this.presence.away(error));
    }
  }

  private async look(opening: Opening): Promise<void> {
    await translated(() => (this.isOpen ? this.ping() : this.prepare(opening)));
    this.presence.there();
  }

  private async prepare(opening: Opening): Promise<void> {
    try {
      await this.connect(opening);
    } catch (error) {
      // The next try makes a client anew; this one would go on looking for its server beside it.
      await this.connection.close();
      throw error;
    }
    this.isOpen = true;
  }

  private async connect({ logId, forgetLog }: Opening): Promise<void> {
    const { uri, database, layout } = this.options;
    await this.connection.openUri(uri, { ...CONNECTION, dbName: database, appName: `jobwire-${database}` });
    const db = this.connection.getClient().db(database);
    await checkLayout(db, layout);
    await Promise.all(Object.values(this.connection.models).map((model) => model.createIndexes()));
    await adoptLog(db, logId, forgetLog);
    this.logId = logId;
  }

  private async ping(): Promise<void> {
    await this.connection.getClient().db(this.options.database).command({ ping: 1 });
  }
}
