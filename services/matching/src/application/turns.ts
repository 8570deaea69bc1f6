import { Lane } from './lane.js';

/**
 * The one thread of a matching instance. What fails half way has changed the index without saying so: nothing is done
 * or committed after it, and the instance is replaced by a new one.
 */
export class Turns {
  private readonly lane = new Lane();
  private failure: unknown;

  get haveFailed(): boolean {
    return this.failure !== undefined;
  }

  take<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.lane.run(async () => {
      if (this.failure !== undefined) throw this.failure;
      try {
        return await work();
      } catch (error) {
        this.failure = error;
        throw error;
      }
    });
  }
}
