// Long random histories, and a model of what must be known after one.
import type { ProfileState, VacancyState } from '@jobwire/contracts';
import * as fc from 'fast-check';
import { type MatchEngine, drain } from '../match-engine.js';
import { profiles, vacancies } from './worlds.js';

export type Step =
  | { readonly do: 'put vacancy'; readonly state: VacancyState }
  | { readonly do: 'put profile'; readonly state: ProfileState }
  | { readonly do: 'end vacancy' | 'end profile'; readonly id: string; readonly revision: number }
  | { readonly do: 'drop'; readonly partition: number };

const PARTITIONS = 3;

export function partitionIn(id: string): number {
  return Number(id.slice(1)) % PARTITIONS;
}

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 20, arbitrary: vacancies.map((state): Step => ({ do: 'put vacancy', state })) },
  { weight: 20, arbitrary: profiles.map((state): Step => ({ do: 'put profile', state })) },
  { weight: 1, arbitrary: ending('v').map((of): Step => ({ do: 'end vacancy', ...of })) },
  { weight: 1, arbitrary: ending('p').map((of): Step => ({ do: 'end profile', ...of })) },
  {
    weight: 1,
    arbitrary: fc.nat({ max: PARTITIONS - 1 }).map((partition): Step => ({ do: 'drop', partition })),
  },
);

function ending(kind: string) {
  return fc.record({
    id: fc.integer({ min: 1, max: 6 }).map((n) => `${kind}${n}`),
    revision: fc.integer({ min: 1, max: 6 }),
  });
}

export const histories: fc.Arbitrary<Step[]> = fc.array(steps, { minLength: 10, maxLength: 60, size: 'max' });

/** Returns what the engine says: was it news (for a drop: how many profiles went). */
export function take(engine: MatchEngine, step: Step): boolean | number {
  switch (step.do) {
    case 'put vacancy':
      return engine.putVacancy(step.state);
    case 'put profile':
      return engine.putProfile(step.state, partitionIn(step.state.id));
    case 'end vacancy':
      return engine.endVacancy(step.id, step.revision);
    case 'end profile':
      return engine.endProfile(step.id, step.revision, partitionIn(step.id));
    default:
      return drain(engine.dropProfiles(step.partition));
  }
}

interface Known<T> {
  readonly revision: number;
  readonly state?: T;
}

/** The newest of each id, in the plainest way. */
export class Model {
  readonly vacancies = new Map<string, Known<VacancyState>>();
  readonly profiles = new Map<string, Known<ProfileState>>();

  take(step: Step): boolean | number {
    switch (step.do) {
      case 'put vacancy':
        return learn(this.vacancies, step.state.id, { revision: step.state.revision, state: step.state });
      case 'put profile':
        return learn(this.profiles, step.state.id, { revision: step.state.revision, state: step.state });
      case 'end vacancy':
        return learn(this.vacancies, step.id, { revision: step.revision });
      case 'end profile':
        return learn(this.profiles, step.id, { revision: step.revision });
      default:
        return this.drop(step.partition);
    }
  }

  private drop(partition: number): number {
    const gone = [...this.profiles].filter(([id]) => partitionIn(id) === partition);
    for (const [id] of gone) this.profiles.delete(id);
    return gone.filter(([, known]) => known.state !== undefined).length;
  }
}

function learn<T>(known: Map<string, Known<T>>, id: string, news: Known<T>): boolean {
  const isNews = news.revision > (known.get(id)?.revision ?? 0);
  if (isNews) known.set(id, news);
  return isNews;
}

export function statesIn<T>(known: ReadonlyMap<string, Known<T>>): T[] {
  return [...known.values()].flatMap(({ state }) => state ?? []);
}
