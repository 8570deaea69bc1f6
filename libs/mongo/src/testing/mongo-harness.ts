import { mongo } from 'mongoose';
import { randomBytes } from 'node:crypto';

export interface MongoPlace {
  readonly uri: string;
  readonly database: string;
}

interface Opened {
  open(logId: string): Promise<void>;
  close(): Promise<void>;
}

/** Gives contract suites a store on a MongoDB database of its own, which can be searched and goes at the end. */
export class MongoHarness<Stores extends Opened, Store> {
  readonly place: MongoPlace;
  private readonly client: mongo.MongoClient;
  private readonly opened: Stores[] = [];

  constructor(
    uri: string,
    private readonly storesAt: (place: MongoPlace) => Stores,
    private readonly storeOf: (stores: Stores) => Store,
  ) {
    this.place = { uri, database: `test-${randomBytes(6).toString('hex')}` };
    this.client = new mongo.MongoClient(uri);
  }

  async open(): Promise<Store> {
    return this.storeOf(await this.openAll());
  }

  /** The same data by another client, which the first one does not know of. */
  reopen(): Promise<Store> {
    return this.open();
  }

  async openAll(logId = 'log-1'): Promise<Stores> {
    const stores = this.storesAt(this.place);
    this.opened.push(stores);
    await stores.open(logId);
    return stores;
  }

  /** Whether a text stands in any document of any collection. */
  async holds(text: string): Promise<boolean> {
    for (const collection of await this.db.collections())
      for await (const document of collection.find())
        if (JSON.stringify(document).includes(text)) return true;
    return false;
  }

  async close(): Promise<void> {
    await Promise.all(this.opened.map((stores) => stores.close()));
    await this.db.dropDatabase();
    await this.client.close();
  }

  /** For tests that look for themselves. */
  get db(): mongo.Db {
    return this.client.db(this.place.database);
  }
}
