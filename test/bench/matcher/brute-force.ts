// The best that plain JavaScript does without an index: flat columns, cheapest filter first, one pass over everybody.
// The same filters and scores as the engine, so both must find as many.
import type { ProfileState, VacancyState } from '@jobwire/contracts';
import { FIT, type MatchingTaxonomy } from '@jobwire/matcher';

const KM_PER_MILE = 1.609344;
const EARTH_KM = 6371.0088;
const RADIANS = Math.PI / 180;
const LEVELS = [0.85, 0.7, 0.85, 0.95, 1];
/** Beside the lowest, which is for people who want remote work. */
export const CONTRACT_BITS = { permanent: 2, temporary: 4, 'fixed-term': 8, apprenticeship: 16 };
export const HOURS_BITS = { 'full-time': 32, 'part-time': 64, either: 96 };
const MOST_SKILLS = 20;

export type BruteWant = { readonly threshold: number } | 'strict';

/** People in columns. Relations between skills are left out: the comparison is made without. */
export class BruteForce {
  private readonly numbers = new Map<string, number>();
  private readonly idfs: number[] = [];
  private readonly groups = new Map<string, number>();
  private readonly skills: Int32Array;
  private readonly places: Float64Array;
  private readonly pays: Float64Array;
  private readonly bits: Int32Array;
  private readonly occupations: Int32Array;
  private held = new Float64Array(64);
  private count = 0;

  constructor(
    room: number,
    private readonly taxonomy: MatchingTaxonomy,
  ) {
    this.skills = new Int32Array(room * MOST_SKILLS);
    this.places = new Float64Array(room * 3);
    this.pays = new Float64Array(room);
    this.bits = new Int32Array(room);
    this.occupations = new Int32Array(room);
  }

  add(profile: ProfileState): void {
    const at = this.count++;
    profile.skills.slice(0, MOST_SKILLS).forEach(({ id, level }, n) => {
      this.skills[at * MOST_SKILLS + n] = ((this.numberOf(id) + 1) << 3) | (level ?? 0);
    });
    this.places.set(
      [profile.location?.latitude ?? 0, profile.location?.longitude ?? 0, profile.radiusMiles * KM_PER_MILE],
      at * 3,
    );
    this.pays[at] = profile.minimumSalary ?? 0;
    this.bits[at] = bitsOf(profile);
    this.occupations[at] = this.occupationOf(profile.occupations[0]);
  }

  /** How many people a vacancy matches. */
  matchesOf(vacancy: VacancyState, want: BruteWant): number {
    const query = this.queryOf(vacancy);
    const threshold = want === 'strict' ? 0 : want.threshold;
    let matches = 0;
    for (let at = 0; at < this.count; at++) {
      const bits = this.bits[at] ?? 0;
      if ((bits & query.contract) === 0 || (bits & query.hours) === 0 || (this.pays[at] ?? 0) > query.top)
        continue;
      const km = this.kilometres(at, query.latitude, query.longitude);
      const isNear = km <= (this.places[at * 3 + 2] ?? 0);
      if (!isNear && !(query.isRemote && (bits & 1) !== 0)) continue;
      if (this.scoreOf(at, query, isNear ? km : Infinity, want === 'strict') >= threshold) matches++;
    }
    return matches;
  }

  private scoreOf(
    at: number,
    query: ReturnType<BruteForce['queryOf']>,
    km: number,
    isStrict: boolean,
  ): number {
    let held = 0;
    let requiredHeld = 0;
    let mustHeld = 0;
    for (let n = at * MOST_SKILLS; this.skills[n] !== 0 && n < (at + 1) * MOST_SKILLS; n++) {
      const word = this.skills[n] ?? 0;
      const asked = query.asked[word >> 3] ?? 0;
      if (asked === 0) continue;
      held += (query.weights[asked] ?? 0) * (LEVELS[word & 7] ?? 0);
      requiredHeld += query.isRequired[asked] ?? 0;
      mustHeld += query.isMust[asked] ?? 0;
    }
    if (mustHeld < query.musts || (isStrict && (query.required === 0 || requiredHeld < query.required)))
      return -1;
    const skills = query.enough === 0 ? 0 : query.confidence * Math.min(1, held / query.enough);
    const minimum = this.pays[at] ?? 0;
    return (
      Math.round(FIT.skills * skills) +
      Math.round(FIT.occupation * closeness(query.occupation, this.occupations[at] ?? -1)) +
      Math.round(FIT.distance * Math.exp(-0.027 * km)) +
      (minimum === 0 ? 0 : query.bottom >= minimum ? FIT.salary : FIT.salary / 2)
    );
  }

  private queryOf(vacancy: VacancyState) {
    const { required, desired } = vacancy.skills;
    const all = [...required, ...desired];
    const asked = new Int32Array(this.numbers.size + all.length + 2);
    const weights = [0];
    const [isRequired, isMust] = [[0], [0]];
    let [idfs, total] = [0, 0];
    all.forEach(({ id }, n) => {
      const number = this.numberOf(id);
      const idf = this.idfs[number] ?? 0;
      const weight = (n < required.length ? 2 : 1) * idf;
      asked[number + 1] = weights.push(weight) - 1;
      isRequired.push(n < required.length ? 1 : 0);
      isMust.push(vacancy.mustHave.includes(id) ? 1 : 0);
      idfs += idf;
      total += weight;
    });
    const typical = this.taxonomy.typicalIdf ?? 4.7;
    return {
      asked,
      weights,
      isRequired,
      isMust,
      required: required.length,
      musts: vacancy.mustHave.length,
      enough: total * Math.min(1, (5 * typical) / idfs),
      confidence: Math.min(1, idfs / (3 * typical)),
      latitude: vacancy.location?.latitude ?? 0,
      longitude: vacancy.location?.longitude ?? 0,
      isRemote: vacancy.remote === 'full',
      contract: CONTRACT_BITS[vacancy.contract ?? 'permanent'],
      hours: HOURS_BITS[vacancy.hours ?? 'either'],
      top: vacancy.yearlySalary?.max ?? Infinity,
      bottom: vacancy.yearlySalary?.min ?? -1,
      occupation: this.occupationOf(vacancy.occupation?.id),
    };
  }

  private kilometres(at: number, latitude: number, longitude: number): number {
    const home = this.places[at * 3] ?? 0;
    const farNorth = Math.abs(latitude - home) * RADIANS * EARTH_KM;
    if (farNorth > (this.places[at * 3 + 2] ?? 0) + 0.001) return Infinity;
    const north = Math.sin(((latitude - home) * RADIANS) / 2);
    const east = Math.sin(((longitude - (this.places[at * 3 + 1] ?? 0)) * RADIANS) / 2);
    const chord = north * north + Math.cos(home * RADIANS) * Math.cos(latitude * RADIANS) * east * east;
    return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
  }

  private numberOf(skill: string): number {
    const known = this.numbers.get(skill);
    if (known !== undefined) return known;
    this.idfs.push(this.taxonomy.idf(skill));
    this.numbers.set(skill, this.numbers.size);
    return this.numbers.size - 1;
  }

  /** Number << 12 | unit group, so that groups are compared without a look elsewhere; -1 for none. */
  private occupationOf(id: string | undefined): number {
    if (id === undefined) return -1;
    const known = this.groups.get(id);
    if (known !== undefined) return known;
    const code = ((this.groups.size + 1) << 14) | Number(this.taxonomy.iscoOf(id));
    this.groups.set(id, code);
    return code;
  }
}

export function bitsOf({ remote, contracts, hours }: ProfileState): number {
  const wanted = [...contracts.map((one) => CONTRACT_BITS[one]), ...hours.map((one) => HOURS_BITS[one])];
  return wanted.reduce((bits, bit) => bits | bit, Number(remote));
}

function closeness(a: number, b: number): number {
  if (a < 0 || b < 0) return 0;
  if (a === b) return 1;
  const [unitA, unitB] = [a & 16383, b & 16383];
  if (unitA === unitB) return 0.8;
  return Math.floor(unitA / 10) === Math.floor(unitB / 10) ? 0.5 : 0;
}
