import type { ProfileState, VacancyState } from '@jobwire/contracts';
import { type MatchEngine, type Want, createMatchEngine, drain, openMatchEngine } from '@jobwire/matcher';
import { BruteForce, type BruteWant } from './brute-force.js';
import { type Figures, Times } from './figures.js';
import type { MatcherOptions } from './matcher-options.js';
import { Pauses, settleHeap } from './pauses.js';
import { Workload, type WorkloadOptions } from './workload.js';

export const WARM_UP = 300;
/** Until the compiler has nothing left to do: a strict search gets faster until some ten thousand. */
const WARM_UP_ROUNDS = 40;
/** Meanwhile the system forgets what it compiled for changes. */
const WARM_UP_CHANGES = 10_000;
const BRUTE_QUERIES = 10;
const PARTITIONS = 12;
/** Of the mixed load. */
const TURNS = 5000;
/** The threshold of a person who said nothing. */
const ALERT: Want = { mode: 'soft', threshold: 50 };

interface Loaded {
  readonly workload: Workload;
  readonly engine: MatchEngine;
  readonly brute: BruteForce;
  readonly someVacancies: VacancyState[];
  readonly someProfiles: ProfileState[];
}

/** Of so many one is asked about. */
export function everyOf(n: number, { queries }: Pick<MatcherOptions, 'queries'>): number {
  return Math.ceil(n / (queries + WARM_UP));
}

export async function measure(n: number, options: MatcherOptions, figures: Figures): Promise<void> {
  const { markets } = options;
  if (markets.includes('usual')) await usual(n, options, figures);
  if (markets.includes('related')) other({ kind: 'clusters', related: 4 }, 'related', n, options, figures);
  if (markets.includes('harsh')) other({ kind: 'harsh', related: 0 }, 'harsh', n, options, figures);
}

/** In a function of its own, so that the index is garbage before the next one is made. */
async function usual(n: number, options: MatcherOptions, figures: Figures): Promise<void> {
  const loaded = load(n, options, figures);
  warmUp(loaded);
  vacancies(loaded, n, figures);
  profiles(loaded, n, figures);
  whatIf(loaded, n, figures);
  snapshot(loaded, n, figures);
  changes(loaded, n, figures);
  const fresh = Array.from({ length: 4 * TURNS }, () => loaded.workload.profile());
  settleHeap();
  const pauses = new Pauses();
  mixed(loaded, fresh, n, figures);
  figures.add('mixed longest collection', n, 'ms', await pauses.longest());
}

/** Another market, of which only the main questions are asked. */
function other(
  market: Omit<WorkloadOptions, 'seed'>,
  name: string,
  n: number,
  options: MatcherOptions,
  figures: Figures,
): void {
  const { seed } = options;
  const workload = new Workload({ seed, ...market });
  const engine = createMatchEngine(workload.taxonomy);
  const every = everyOf(n, options);
  const [jobs, people]: [string[], string[]] = [[], []];
  for (let at = 0; at < n; at++) {
    const [profile, vacancy] = [workload.profile(), workload.vacancy()];
    engine.putProfile(profile, at % PARTITIONS);
    engine.putVacancy(vacancy);
    if (at % every !== 0) continue;
    jobs.push(vacancy.id);
    people.push(profile.id);
  }
  const ask = (label: string, ids: readonly string[], find: (id: string) => number): void => {
    const times = new Times();
    let hits = 0;
    for (const id of ids.slice(0, WARM_UP)) find(id);
    for (const id of ids.slice(WARM_UP)) hits += times.time(() => find(id));
    figures.add(`${name} ${label} mean`, n, 'us', times.mean);
    figures.add(`${name} ${label} p99`, n, 'us', times.quantile(0.99));
    figures.add(`${name} ${label} hits`, n, 'pairs', hits / (ids.length - WARM_UP));
  };
  ask('soft', jobs, (id) => drain(engine.matchesOfVacancy(id, { want: ALERT })).length);
  ask('profile soft', people, (id) => drain(engine.matchesOfProfile(id, { want: ALERT })).length);
}

const WANTS: readonly Want[] = [
  { mode: 'strict' },
  ALERT,
  { mode: 'soft', threshold: 30 },
  { mode: 'top', count: 100 },
];

/** All kinds of questions, so that none is measured while the first of its kind are compiled. */
function warmUp({ engine, someVacancies, someProfiles }: Loaded): void {
  for (let round = 0; round < WARM_UP_ROUNDS; round++)
    for (const want of WANTS) {
      for (const { id } of someVacancies.slice(0, WARM_UP)) drain(engine.matchesOfVacancy(id, { want }));
      for (const { id } of someProfiles.slice(0, WARM_UP)) drain(engine.matchesOfProfile(id, { want }));
    }
}

function load(n: number, options: MatcherOptions, figures: Figures): Loaded {
  const { seed } = options;
  const every = everyOf(n, options);
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
    if (at % every === 0) someProfiles.push(profile);
  }
  for (let at = 0; at < n; at++) {
    const vacancy = workload.vacancy();
    engine.putVacancy(vacancy);
    if (at % every === 0) someVacancies.push(vacancy);
  }
  figures.add('insert mean', n, 'us', inserts.mean);
  const { profileBytes, vacancyBytes } = engine.sizes();
  figures.add('bytes per profile', n, 'bytes', profileBytes / n);
  figures.add('bytes per vacancy', n, 'bytes', vacancyBytes / n);
  figures.add('insert p99', n, 'us', inserts.quantile(0.99));
  return { workload, engine, brute, someVacancies, someProfiles };
}

function vacancies({ engine, brute, someVacancies }: Loaded, n: number, figures: Figures): void {
  let revision = 1;
  const ask = (name: string, want: Want, alike: BruteWant | undefined): void => {
    const times = new Times();
    for (const [at, vacancy] of someVacancies.entries()) {
      engine.putVacancy({ ...vacancy, revision: ++revision });
      const find = () => drain(engine.matchesOfVacancy(vacancy.id, { want })).length;
      if (at < WARM_UP) find();
      else times.time(find);
    }
    const worked = engine.work();
    const sums = { hits: 0, score: 0, personScore: 0 };
    for (const { id } of someVacancies.slice(WARM_UP))
      for (const { score, personScore } of drain(engine.matchesOfVacancy(id, { want }))) {
        sums.hits++;
        sums.score += score;
        sums.personScore += personScore;
      }
    const { scanned, verified } = engine.work();
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
    const asked = someVacancies.length - WARM_UP;
    figures.add(`${name} hits`, n, 'pairs', sums.hits / asked);
    figures.add(`${name} score`, n, 'points', sums.score / sums.hits);
    figures.add(`${name} person score`, n, 'points', sums.personScore / sums.hits);
    figures.add(`${name} scanned`, n, 'postings', (scanned - worked.scanned) / asked);
    figures.add(`${name} verified`, n, 'rows', (verified - worked.verified) / asked);
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
  for (let at = 0; at < WARM_UP_CHANGES + 20_000; at++) {
    const { id } = someProfiles[at % someProfiles.length] as ProfileState;
    const profile = { ...workload.profile(), id, revision: at + 2 };
    const change = () => engine.putProfile(profile, at % PARTITIONS);
    if (at < WARM_UP_CHANGES) change();
    else times.time(change);
  }
  figures.add('replace mean', n, 'us', times.mean);
  figures.add('replace p99', n, 'us', times.quantile(0.99));
}

function snapshot({ engine, workload }: Loaded, n: number, figures: Figures): void {
  const [saving, opening] = [new Times(), new Times()];
  const bytes = saving.time(() => Buffer.concat([...engine.save('')]));
  let at = 0;
  opening.time(() => openMatchEngine(workload.taxonomy, (count) => bytes.subarray(at, (at += count))));
  figures.add('snapshot save', n, 'ms', saving.mean / 1000);
  figures.add('snapshot open', n, 'ms', opening.mean / 1000);
}

/** Four replacements for each vacancy matched, one after the other: what one core does of both together. */
function mixed(
  { engine, someProfiles, someVacancies }: Loaded,
  fresh: readonly ProfileState[],
  n: number,
  figures: Figures,
): void {
  const [matches, updates] = [new Times(), new Times()];
  for (let turn = 0; turn < TURNS; turn++) {
    for (let step = 4 * turn; step < 4 * turn + 4; step++) {
      const { id } = someProfiles[step % someProfiles.length] as ProfileState;
      const profile = { ...(fresh[step] as ProfileState), id, revision: 100_000 + step };
      updates.time(() => engine.putProfile(profile, step % PARTITIONS));
    }
    const { id } = someVacancies[turn % someVacancies.length] as VacancyState;
    matches.time(() => drain(engine.matchesOfVacancy(id, { want: ALERT })).length);
  }
  const seconds = (TURNS * (matches.mean + 4 * updates.mean)) / 1e6;
  figures.add('mixed matches a second', n, '1/s', TURNS / seconds);
  figures.add('mixed updates a second', n, '1/s', (4 * TURNS) / seconds);
  figures.add('mixed match longest', n, 'us', matches.quantile(1));
  figures.add('mixed update longest', n, 'us', updates.quantile(1));
}
