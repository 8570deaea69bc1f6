import type { Life } from './life.js';

type Method = (...values: unknown[]) => Promise<unknown>;

/** A store as one process sees it: each call is a place where others run, and where the process may die. */
export function perilous<Port extends object>(port: Port, life: Life): Port {
  return new Proxy(port, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...values: unknown[]) => {
        await life.hop();
        const result = await (method as Method).apply(target, values);
        await life.hop();
        return result;
      };
    },
  });
}
