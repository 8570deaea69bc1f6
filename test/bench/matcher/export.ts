// Writes a workload as text, a line each, for whoever wants to ask another engine the same: see test/bench/lucene.
import type { ProfileState, VacancyState } from '@jobwire/contracts';
import { FIT, TYPICAL_IDF, type MatchingTaxonomy } from '@jobwire/matcher';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { CONTRACT_BITS, HOURS_BITS, bitsOf } from './brute-force.js';
import { Workload } from './workload.js';

const KM_PER_MILE = 1.609344;

/** Small numbers for ids. */
class Numbers {
  private readonly known = new Map<string, number>();

  of(id: string): number {
    const number = this.known.get(id) ?? this.known.size;
    this.known.set(id, number);
    return number;
  }
}

/** As many people as `n`, and those vacancies of as many that the benchmark asks about, or warms up with. */
export async function exportWorkload(folder: string, n: number, seed: number, every: number, warmUp: number) {
  mkdirSync(folder, { recursive: true });
  const workload = new Workload({ seed, kind: 'clusters', related: 0 });
  const lines = new Lines(workload.taxonomy);
  await written(join(folder, 'profiles.txt'), n, () => lines.profile(workload.profile()));
  const lineOf = (at: number): string | undefined => {
    const vacancy = workload.vacancy();
    return at % every === 0 ? lines.vacancy(vacancy) : undefined;
  };
  const before = warmUp * every;
  await written(join(folder, 'warm-up.txt'), before, lineOf);
  await written(join(folder, 'vacancies.txt'), n - before, lineOf);
}

class Lines {
  private readonly skills = new Numbers();
  private readonly occupations = new Numbers();

  constructor(private readonly taxonomy: MatchingTaxonomy) {}

  profile(profile: ProfileState): string {
    const { latitude = 0, longitude = 0 } = profile.location ?? {};
    const held = profile.skills.map(({ id, level = 0 }) => `${this.skills.of(id)} ${level}`);
    const circumstances = [
      latitude,
      longitude,
      profile.radiusMiles * KM_PER_MILE,
      profile.minimumSalary ?? 0,
    ];
    return [
      profile.id,
      ...circumstances,
      bitsOf(profile),
      this.occupation(profile.occupations[0]),
      ...held,
    ].join(' ');
  }

  vacancy(vacancy: VacancyState): string {
    const { latitude = 0, longitude = 0 } = vacancy.location ?? {};
    const { min = -1, max = 0 } = vacancy.yearlySalary ?? {};
    return [
      latitude,
      longitude,
      Number(vacancy.remote === 'full'),
      CONTRACT_BITS[vacancy.contract ?? 'permanent'],
      HOURS_BITS[vacancy.hours ?? 'either'],
      max,
      min,
      this.occupation(vacancy.occupation?.id),
      ...this.asked(vacancy),
    ].join(' ');
  }

  private asked({ skills: { required, desired }, mustHave }: VacancyState): string[] {
    const all = [...required, ...desired];
    const idfs = all.map(({ id }) => this.taxonomy.idf(id));
    const weights = idfs.map((idf, n) => (n < required.length ? 2 : 1) * idf);
    const typical = this.taxonomy.typicalIdf ?? TYPICAL_IDF;
    const enough = sum(weights) * Math.min(1, (5 * typical) / sum(idfs));
    const points = (FIT.skills * Math.min(1, sum(idfs) / (3 * typical))) / enough;
    return all.map(
      ({ id }, n) =>
        `${this.skills.of(id)} ${(weights[n] ?? 0) * points} ${Number(n < required.length)} ${Number(mustHave.includes(id))}`,
    );
  }

  private occupation(id: string | undefined): string {
    return id === undefined ? '-1 0' : `${this.occupations.of(id)} ${this.taxonomy.iscoOf(id)}`;
  }
}

async function written(file: string, n: number, lineOf: (at: number) => string | undefined): Promise<void> {
  const stream = createWriteStream(file);
  for (let at = 0; at < n; at++) {
    const line = lineOf(at);
    if (line !== undefined && !stream.write(`${line}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
