import { removeData, startJobwire, type JobwireProcess } from './start-jobwire.js';
import { Callers } from './api.js';
import { LiveClient } from './live-client.js';

export interface House {
  readonly process: JobwireProcess;
  readonly callers: Callers;
}

/** One Jobwire for all tests of a file. */
export function withJobwire(environment: Record<string, string> = {}): { readonly house: House } {
  const holder: { house?: House } = {};
  beforeAll(async () => {
    const process = await startJobwire(environment);
    holder.house = { process, callers: new Callers(process.url, process.data) };
  }, 40_000);
  afterAll(async () => {
    LiveClient.closeAll();
    if (holder.house === undefined) return;
    await holder.house.process.kill('SIGTERM');
    removeData(holder.house.process);
  }, 20_000);
  return {
    get house() {
      if (holder.house === undefined) throw new Error('Jobwire did not start.');
      return holder.house;
    },
  };
}
