// A market drawn from a seed: who holds and asks what, where, for how much. Described in docs/matching.md.
import type { ProfileState, VacancyState } from '@jobwire/contracts';
import type { MatchingTaxonomy, SkillRelation } from '@jobwire/matcher';
import { Chance, Lots } from './chance.js';
import { Country } from './country.js';

const SKILLS = 13_000;
const OCCUPATIONS = 3000;
const SECTORS = 40;
const RADII_MILES = [5, 10, 15, 20, 30, 50];
/** The first six in ten hold, the others few. */
const LICENCES = [0.65, 0.03, 0.05, 0.05];

export interface WorkloadOptions {
  readonly seed: number;
  /** `clusters`: skills by occupation and sector. `harsh`: skills by one Zipf law of exponent 1.2, two thirds of all in the capital. */
  readonly kind: 'clusters' | 'harsh';
  /** Related skills of each. */
  readonly related: number;
}

interface Occupation {
  readonly id: string;
  readonly sector: number;
  /** Most typical first. */
  readonly pool: readonly number[];
  readonly pay: number;
}

/** Made once, as whoever reads the log would not pay for putting them together either. */
const SKILL_IDS = Array.from({ length: SKILLS }, (_, skill) => `http://data.europa.eu/esco/skill/${skill}`);
const skillId = (skill: number): string => SKILL_IDS[skill] ?? '';
const LICENCE_IDS = LICENCES.map((_, licence) => `licence:${licence}`);
const licenceId = (licence: number): string => LICENCE_IDS[licence] ?? '';

export class Workload {
  readonly taxonomy: MatchingTaxonomy;
  private readonly chance: Chance;
  private readonly country: Country;
  private readonly popularity: Lots;
  private readonly occupationLots: Lots;
  private readonly sectors: readonly (readonly number[])[];
  private readonly occupations: readonly Occupation[];
  private readonly fromPool: Lots;
  private readonly radii = new Lots([10, 20, 25, 20, 15, 10]);
  private people = 0;
  private jobs = 0;

  constructor(private readonly options: WorkloadOptions) {
    const chance = new Chance(options.seed);
    const isHarsh = options.kind === 'harsh';
    this.chance = chance;
    this.country = isHarsh ? new Country(chance, 0.05, 1.4) : new Country(chance, 0.15, 0.16);
    this.popularity = new Lots(
      Array.from({ length: SKILLS }, (_, rank) => (isHarsh ? (rank + 1) ** -1.2 : 1 / (rank + 3.7))),
    );
    this.occupationLots = new Lots(Array.from({ length: OCCUPATIONS }, (_, rank) => (rank + 6) ** -0.9));
    this.sectors = Array.from({ length: SECTORS }, () => Array.from({ length: 220 }, () => this.rareSkill()));
    this.occupations = Array.from({ length: OCCUPATIONS }, (_, n) => this.occupation(n));
    this.fromPool = new Lots(Array.from({ length: 45 }, (_, rank) => (rank + 2) ** -1.15));
    this.taxonomy = this.taxonomyOf();
  }

  profile(): ProfileState {
    const { chance } = this;
    const occupation = this.drawOccupation();
    const skills = this.skillsOf(occupation, 8 + chance.below(8), 0.7, 0.83).map((skill) => ({
      id: skillId(skill),
      level: 1 + chance.below(4),
    }));
    const licences = LICENCES.flatMap((share, n) => (chance.happens(share) ? [{ id: licenceId(n) }] : []));
    return {
      id: chance.uuid(),
      revision: 1,
      owner: `owner-${this.people++}`,
      skills: [...skills, ...licences],
      occupations: chance.happens(0.85) ? [occupation.id] : [],
      location: this.country.point(chance),
      radiusMiles: RADII_MILES[this.radii.draw(chance)] ?? 20,
      remote: chance.happens(0.5),
      minimumSalary: Math.round(occupation.pay * (0.7 + 0.35 * chance.next())),
      contracts: some(chance, { permanent: 0.95, temporary: 0.4, 'fixed-term': 0.25, apprenticeship: 0.1 }),
      hours: some(chance, { 'full-time': 0.85, 'part-time': 0.4 }),
      visible: true,
      hideFrom: [],
      alertThreshold: 50,
    };
  }

  vacancy(): VacancyState {
    const { chance } = this;
    const occupation = this.drawOccupation();
    const skills = this.skillsOf(occupation, 6 + chance.below(7), 0.85, 0.92).map((skill) =>
      ref(skillId(skill)),
    );
    const required = 2 + chance.below(3);
    const mustHave = chance.happens(0.12) ? [licenceId(0)] : chance.happens(0.03) ? [licenceId(1)] : [];
    const top = Math.round(occupation.pay * (0.85 + 0.4 * chance.next()));
    const employer = `employer-${this.jobs % 50_000}`;
    return {
      id: chance.uuid(),
      revision: 1,
      status: 'open',
      employer: { id: employer, name: employer },
      title: `Job ${this.jobs++}`,
      description: '',
      location: { label: '', nationwide: false, ...this.country.point(chance) },
      remote: chance.happens(0.1) ? 'full' : 'none',
      skills: {
        required: [...skills.slice(0, required), ...mustHave.map(ref)],
        desired: skills.slice(required),
      },
      mustHave,
      ...(chance.happens(0.9) && { occupation: { id: occupation.id, label: occupation.id } }),
      yearlySalary: { min: Math.round(top * 0.9), max: top },
      contract: chance.happens(0.75)
        ? 'permanent'
        : pick(chance, ['temporary', 'fixed-term', 'apprenticeship']),
      hours: chance.happens(0.7) ? 'full-time' : chance.happens(0.7) ? 'part-time' : 'either',
      postedAt: '2026-01-05T09:00:00Z',
    };
  }

  /** Skills as common as those that people hold, to ask what-if about. */
  candidates(count: number): string[] {
    const occupation = this.drawOccupation();
    return this.skillsOf(occupation, count, 0.7, 0.83).map(skillId);
  }

  private drawOccupation(): Occupation {
    return this.occupations[this.occupationLots.draw(this.chance)] as Occupation;
  }

  private skillsOf({ pool, sector }: Occupation, count: number, own: number, ofSector: number): number[] {
    const skills = new Set<number>();
    while (skills.size < count) skills.add(this.skill(pool, sector, own, ofSector));
    return [...skills];
  }

  private skill(pool: readonly number[], sector: number, own: number, ofSector: number): number {
    const { chance } = this;
    const lot = this.options.kind === 'harsh' ? 1 : chance.next();
    if (lot < own) return pool[this.fromPool.draw(chance)] ?? 0;
    if (lot < ofSector) return this.ofSector(sector);
    return this.popularity.draw(chance);
  }

  private ofSector(sector: number): number {
    return this.sectors[sector]?.[Math.floor(220 * this.chance.next() ** 1.6)] ?? 0;
  }

  private rareSkill(): number {
    return 200 + this.chance.below(SKILLS - 200);
  }

  /** Four skills that everybody has, fourteen of the sector, the rest its own. */
  private occupation(n: number): Occupation {
    const { chance } = this;
    const sector = chance.below(SECTORS);
    const pool = new Set<number>();
    while (pool.size < 4) pool.add(Math.floor(200 * chance.next() ** 2));
    while (pool.size < 18) pool.add(this.ofSector(sector));
    while (pool.size < 45) pool.add(this.rareSkill());
    const shuffled = [...pool].map((skill) => ({ skill, at: chance.next() })).toSorted((a, b) => a.at - b.at);
    const pay = Math.exp(Math.log(31_000) + 0.35 * chance.bell());
    return { id: `occupation:${n}`, sector, pool: shuffled.map(({ skill }) => skill), pay };
  }

  /** idf from 50,000 people of a market of the same kind, as a table shipped with a taxonomy would have it. */
  private taxonomyOf(): MatchingTaxonomy {
    const sample = 50_000;
    const counts = new Map<string, number>();
    for (let n = 0; n < sample; n++)
      for (const { id } of this.profile().skills) counts.set(id, (counts.get(id) ?? 0) + 1);
    const idf = (id: string): number => Math.log(1 + sample / (1 + (counts.get(id) ?? 0)));
    const mentions = [...counts]
      .map(([id, count]) => ({ idf: idf(id), count }))
      .toSorted((a, b) => a.idf - b.idf);
    const half = mentions.reduce((sum, { count }) => sum + count, 0) / 2;
    let passed = 0;
    const typicalIdf = mentions.find(({ count }) => (passed += count) >= half)?.idf ?? 1;
    const isco = new Map(this.occupations.map((occupation, n) => [occupation.id, iscoOf(occupation, n)]));
    return {
      version: `bench-${this.options.kind}-${this.options.related}`,
      typicalIdf,
      idf,
      relations: (id) => this.relationsOf(id),
      iscoOf: (id) => isco.get(id),
    };
  }

  /** Neighbours in the ring of skills, so that a relation is there from both ends. */
  private relationsOf(id: string): SkillRelation[] {
    const skill = Number(id.split('/').at(-1));
    if (Number.isNaN(skill)) return [];
    const steps = [1, -1, 2, -2, 3, -3].slice(0, this.options.related);
    return steps.map((step) => ({
      id: skillId((skill + step + SKILLS) % SKILLS),
      relation: Math.abs(step) > 1 ? 'related' : step > 0 ? 'broader' : 'narrower',
    }));
  }
}

/** 120 minor groups, 480 unit groups: each sector has three, of four units each. */
function iscoOf({ sector }: Occupation, n: number): string {
  return `${100 + 3 * sector + (n % 3)}${1 + (Math.floor(n / 3) % 4)}`;
}

function ref(id: string) {
  return { id, label: id, known: true };
}

function pick<T>(chance: Chance, values: readonly T[]): T {
  return values[chance.below(values.length)] as T;
}

/** Each with its own chance, never none. */
function some<T extends string>(chance: Chance, shares: Readonly<Record<T, number>>): T[] {
  const all = Object.entries(shares) as [T, number][];
  const drawn = all.filter(([, share]) => chance.happens(share)).map(([value]) => value);
  return drawn.length > 0 ? drawn : all.slice(0, 1).map(([value]) => value);
}
