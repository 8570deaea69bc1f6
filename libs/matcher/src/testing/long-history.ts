// One long history of one engine, in which lists grow, go stale and are compacted over and over.
import type { ProfileState, VacancyState } from '@jobwire/contracts';
import * as fc from 'fast-check';
import { type MatchEngine, drain } from '../match-engine.js';
import type { MatchingTaxonomy } from '../matching-taxonomy.js';
import { aTaxonomy } from './builders.js';
import { comparable } from './comparable.js';
import { type OracleMatch, bruteForceMatches } from './oracle.js';
import { profiles, taxonomies, vacancies } from './worlds.js';

const PEOPLE = 400;
const JOBS = 150;
const PARTITIONS = 5;
/** States are drawn once and used again and again under other ids, as drawing one takes longer than putting it. */
const DRAWN = 4000;

/** All UUIDs, as the house makes them, or only half of them. */
function idsOf(seed: number): (kind: string, n: number) => string {
  const haveOthers = seed % 4 < 2;
  return (kind, n) => {
    if (haveOthers && n % 2 === 0) return `${kind}${n}`;
    const spread = Math.imul(n, 0x9e3779b1) >>> 0;
    return `${spread.toString(16).padStart(8, '0')}-0000-4000-8000-000000000001`;
  };
}

/** What an engine says, and what is so by brute force. */
export interface Verdict {
  readonly said: readonly OracleMatch[];
  readonly so: readonly OracleMatch[];
}

export class LongHistory {
  engine: MatchEngine;
  private readonly taxonomy: MatchingTaxonomy;
  private readonly someProfiles: readonly ProfileState[];
  private readonly someVacancies: readonly VacancyState[];
  private readonly people = new Map<string, ProfileState>();
  private readonly jobs = new Map<string, VacancyState>();
  private readonly idOf: (kind: string, n: number) => string;
  private revision = 0;

  constructor(createEngine: (taxonomy: MatchingTaxonomy) => MatchEngine, seed: number) {
    this.taxonomy = fc.sample(taxonomies, { numRuns: 1, seed }).at(0) ?? aTaxonomy();
    this.someProfiles = fc.sample(profiles, { numRuns: DRAWN, seed });
    this.someVacancies = fc.sample(vacancies, { numRuns: DRAWN, seed });
    this.engine = createEngine(this.taxonomy);
    this.idOf = idsOf(seed);
  }

  /** Changes something; `lot` is any whole number. */
  step(lot: number): void {
    const kind = lot % 100;
    const at = Math.floor(lot / 100);
    this.revision++;
    if (kind < 60) this.putProfile(at);
    else if (kind < 90) this.putVacancy(at);
    else if (kind < 95) this.endProfile(at % PEOPLE);
    else if (kind < 99) this.endVacancy(at % JOBS);
    else if (at % 8 === 0) this.drop(at % PARTITIONS);
  }

  /** Goes on with another engine. */
  reopen(other: (engine: MatchEngine, taxonomy: MatchingTaxonomy) => MatchEngine): void {
    this.engine = other(this.engine, this.taxonomy);
  }

  /** About a vacancy and a person. */
  verdicts(lot: number): Verdict[] {
    const [job, person] = [this.idOf('v', lot % JOBS), this.idOf('p', lot % PEOPLE)];
    const [state, profile] = [this.jobs.get(job), this.people.get(person)];
    const ofJob = bruteForceMatches(state ? [state] : [], [...this.people.values()], this.taxonomy);
    const ofPerson = bruteForceMatches([...this.jobs.values()], profile ? [profile] : [], this.taxonomy);
    return [
      { said: drain(this.engine.matchesOfVacancy(job)).map(comparable), so: ranked(ofJob, 'profileId') },
      {
        said: drain(this.engine.matchesOfProfile(person)).map(comparable),
        so: ranked(ofPerson, 'vacancyId'),
      },
    ];
  }

  private putProfile(at: number): void {
    const n = (at >> 3) % PEOPLE;
    const drawn = this.someProfiles[at % DRAWN];
    const state = { ...drawn, id: this.idOf('p', n), revision: this.revision };
    this.engine.putProfile(state, n % PARTITIONS);
    this.people.set(state.id, state);
  }

  private putVacancy(at: number): void {
    const drawn = this.someVacancies[at % DRAWN];
    const state = { ...drawn, id: this.idOf('v', (at >> 3) % JOBS), revision: this.revision };
    this.engine.putVacancy(state);
    this.jobs.set(state.id, state);
  }

  private endProfile(n: number): void {
    this.engine.endProfile(this.idOf('p', n), this.revision, n % PARTITIONS);
    this.people.delete(this.idOf('p', n));
  }

  private endVacancy(n: number): void {
    this.engine.endVacancy(this.idOf('v', n), this.revision);
    this.jobs.delete(this.idOf('v', n));
  }

  private drop(partition: number): void {
    drain(this.engine.dropProfiles(partition));
    for (let n = partition; n < PEOPLE; n += PARTITIONS) this.people.delete(this.idOf('p', n));
  }
}

/** Whole numbers for `step`. */
export function lotsOf(count: number, seed: number): number[] {
  return fc.sample(fc.nat({ max: 2 ** 30 }), { numRuns: count, seed });
}

function ranked(matches: readonly OracleMatch[], id: 'profileId' | 'vacancyId'): OracleMatch[] {
  return matches.toSorted((a, b) => b.score - a.score || (a[id] < b[id] ? -1 : 1));
}
