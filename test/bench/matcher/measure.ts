import type { ProfileState, VacancyState } from '@jobwire/contracts';
import { type MatchEngine, type Want, createMatchEngine, drain } from '@jobwire/matcher';
import { BruteForce, type BruteWant } from './brute-force.js';
import { type Figures, Times } from './figures.js';
import type { MatcherOptions } from './matcher-options.js';
import { Workload } from './workload.js';

const WARM_UP = 300;
const BRUTE_QUERIES = 10;
const PARTITIONS = 12;
/** The threshold of a person who said nothing. */
const ALERT: Want = { mode: 'soft', threshold: 50 };

interface Loaded {
  readonly workload: Workload;
  readonly engine: MatchEngine;
  readonly brute: BruteForce;
  readonly someVacancies: VacancyState[];
  readonly someProfiles: ProfileState[];
}

export async function measure(n: number, options: MatcherOptions, figures: Figures): Promise<void> {
  const loaded = load(n, options, figures);
  vacancies(loaded, n, figures);
  profiles(loaded, n, figures);
  whatIf(loaded, n, figures);
  changes(loaded, n, figures);
  await Promise.resolve();
}

function load(n: number, { seed, queries }: MatcherOptions, figures: Figures): Loaded {
  const workload = new Workload({ seed, kind: 'clusters', related: 0 });
  const engine = createMatchEngine(workload.taxonomy);
  const brute = new BruteForce(n, workload.taxonomy);
  const inserts = new Times();
  const someVacancies: VacancyState[] = [];
  const someProfiles: ProfileState[] = [];
  for (let at = 0; at < n; at++) {
    const profile = workload.profile();
    brute.add(profile);
    inserts.time(() => engine.putProfile(profile, at % PARTITIONS));
    if (at % Math.ceil(n / (queries + WARM_UP)) === 0) someProfiles.push(profile);
  }
  for (let at = 0; at < n; at++) {
    const vacancy = workload.vacancy();
    engine.putVacancy(vacancy);
    if (at % Math.ceil(n / (queries + WARM_UP)) === 0) someVacancies.push(vacancy);
  }
  figures.add('insert mean', n, 'us', inserts.mean);
  const { profileBytes, vacancyBytes } = engine.sizes();
  figures.add('bytes per profile', n, 'bytes', profileBytes / n);
  figures.add('bytes per vacancy', n, 'bytes', vacancyBytes / n);
  figures.add('insert p99', n, 'us', inserts.quantile(0.99));
  return { workload, engine, brute, someVacancies, someProfiles };
}

function vacancies({ engine, brute, someVacancies }: Loaded, n: number, figures: Figures): void {
  const ask = (name: string, want: Want, alike: BruteWant | undefined): void => {
    const times = new Times();
    let hits = 0;
    for (const [at, { id }] of someVacancies.entries()) {
      const find = () => drain(engine.matchesOfVacancy(id, { want })).length;
      if (at < WARM_UP) find();
      else hits += times.time(find);
    }
    const slow = new Times();
    if (alike !== undefined)
      for (const vacancy of someVacancies.slice(-BRUTE_QUERIES)) {
        const expected = slow.time(() => brute.matchesOf(vacancy, alike));
        const found = drain(engine.matchesOfVacancy(vacancy.id, { want })).length;
        if (found !== expected && want.mode !== 'top')
          throw new Error(`${name}: ${found} found and ${expected} by brute force, vacancy ${vacancy.id}`);
      }
    figures.add(`${name} mean`, n, 'us', times.mean, alike === undefined ? null : slow.mean / times.mean);
    figures.add(`${name} p50`, n, 'us', times.quantile(0.5));
    figures.add(`${name} p99`, n, 'us', times.quantile(0.99));
    figures.add(`${name} hits`, n, 'pairs', hits / (someVacancies.length - WARM_UP));
  };
  ask('strict', { mode: 'strict' }, 'strict');
  ask('soft', ALERT, { threshold: 50 });
  ask('whole set', { mode: 'soft', threshold: 30 }, { threshold: 30 });
  ask('top 100', { mode: 'top', count: 100 }, { threshold: 30 });
}

function profiles({ engine, someProfiles }: Loaded, n: number, figures: Figures): void {
  const ask = (name: string, want: Want): void => {
    const times = new Times();
    let hits = 0;
    for (const [at, { id }] of someProfiles.entries()) {
      const find = () => drain(engine.matchesOfProfile(id, { want })).length;
      if (at < WARM_UP) find();
      else hits += times.time(find);
    }
    figures.add(`profile ${name} mean`, n, 'us', times.mean);
    figures.add(`profile ${name} p50`, n, 'us', times.quantile(0.5));
    figures.add(`profile ${name} p99`, n, 'us', times.quantile(0.99));
    figures.add(`profile ${name} hits`, n, 'pairs', hits / (someProfiles.length - WARM_UP));
  };
  ask('strict', { mode: 'strict' });
  ask('soft', ALERT);
  ask('whole set', { mode: 'soft', threshold: 30 });
}

function whatIf({ engine, workload, someProfiles }: Loaded, n: number, figures: Figures): void {
  const times = new Times();
  for (const [at, { id }] of someProfiles.slice(0, 150).entries()) {
    const skills = workload.candidates(50);
    if (at < 50) drain(engine.whatIf(id, skills));
    else times.time(() => drain(engine.whatIf(id, skills)));
  }
  figures.add('what-if mean', n, 'us', times.mean);
  figures.add('what-if p99', n, 'us', times.quantile(0.99));
}

function changes({ engine, workload, someProfiles }: Loaded, n: number, figures: Figures): void {
  const times = new Times();
  for (let at = 0; at < 20_000; at++) {
    const { id } = someProfiles[at % someProfiles.length] as ProfileState;
    const profile = { ...workload.profile(), id, revision: at + 2 };
    times.time(() => engine.putProfile(profile, at % PARTITIONS));
  }
  figures.add('replace mean', n, 'us', times.mean);
  figures.add('replace p99', n, 'us', times.quantile(0.99));
}
