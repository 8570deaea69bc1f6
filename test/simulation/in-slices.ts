import type { MatchEngine } from '@jobwire/matcher';

/** An index that takes a breath before each answer, as one of a million people does. */
export function inSlices(engine: MatchEngine): MatchEngine {
  return new Proxy(engine, {
    get: (target, name) => {
      if (name === 'matchesOfVacancy') return slowly(target.matchesOfVacancy.bind(target));
      if (name === 'matchesOfProfile') return slowly(target.matchesOfProfile.bind(target));
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

function slowly<Values extends unknown[], Result>(ask: (...values: Values) => Generator<void, Result>) {
  return function* (...values: Values): Generator<void, Result> {
    yield;
    return yield* ask(...values);
  };
}
