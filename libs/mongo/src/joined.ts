import { trusted, type AnyBulkWriteOperation, type Model, type mongo } from 'mongoose';
import { isAway } from './away.js';
import { writeEach } from './bulk.js';
import { together } from './together.js';

type Write<Stored extends mongo.Document> = AnyBulkWriteOperation<Stored>;

/** Reads by id and writes of one collection; those of one turn share a round trip. */
export class Joined<Stored extends mongo.Document & { readonly _id: string }> {
  private readonly ask = together((requests: readonly (readonly string[])[]) => this.readAll(requests));
  private readonly send = together((requests: readonly Write<Stored>[][]) => this.writeAll(requests));

  constructor(private readonly model: Model<Stored>) {}

  /** The documents that are there, by id. */
  async byId(ids: readonly string[]): Promise<Map<string, Stored>> {
    return ids.length === 0 ? new Map() : this.ask(ids);
  }

  /** As `writeEach`. */
  async write(writes: Write<Stored>[]): Promise<number[]> {
    return writes.length === 0 ? [] : this.send(writes);
  }

  /**
   * As `write`, for upserts that lose to what is newer. Two that make the same document at once are refused as well: one
   * of them finds it made when it tries again, and then the refusal is the condition's.
   */
  async upsertUnlessNewer(upserts: Write<Stored>[]): Promise<void> {
    const refused = new Set(await this.write(upserts));
    await this.write(upserts.filter((_, index) => refused.has(index)));
  }

  private async readAll(requests: readonly (readonly string[])[]): Promise<Map<string, Stored>[]> {
    const ids = [...new Set(requests.flat())];
    const found = await this.model.find({ _id: trusted({ $in: ids }) }).lean<Stored[]>();
    const all = new Map(found.map((document) => [document._id, document]));
    return requests.map((wanted) => new Map(wanted.flatMap((id) => entryOf(all, id))));
  }

  /** What only one of them is to blame for must not fail the others: then each is sent alone. */
  private async writeAll(requests: readonly Write<Stored>[][]): Promise<(number[] | Error)[]> {
    try {
      return shares(requests, await writeEach(this.model, requests.flat()));
    } catch (error) {
      if (requests.length === 1 || isAway(error)) throw error;
      return Promise.all(requests.map((writes) => this.writeAlone(writes)));
    }
  }

  private writeAlone(writes: Write<Stored>[]): Promise<number[] | Error> {
    return writeEach(this.model, writes).catch((error: Error) => error);
  }
}

function entryOf<Stored>(all: ReadonlyMap<string, Stored>, id: string): [string, Stored][] {
  const document = all.get(id);
  return document === undefined ? [] : [[id, document]];
}

/** Places in all requests as places in each. */
function shares(requests: readonly unknown[][], refused: readonly number[]): number[][] {
  const all = new Set(refused);
  let before = 0;
  return requests.map((request) => {
    const own = [...request.keys()].filter((index) => all.has(before + index));
    before += request.length;
    return own;
  });
}
