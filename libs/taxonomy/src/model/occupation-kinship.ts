// How near skills are to an occupation: by its own needs, then by those of the unit, minor and sub-major group it is in.
import type { LikelyOccupation, Occupation } from '../taxonomy.types.js';
import type { Kinship } from './skill-reader.js';

/** What the occupation itself weighs, then its groups of 4, 3 and 2 digits. */
const weights = [0.4, 0.3, 0.2, 0.1] as const;
const digits = [4, 3, 2] as const;
/** A need of two in a thousand occupations is as good as none. */
const rare = 0.002;
/** ln 20, which is about "needed by it and hardly anywhere else". */
const scale = 3;

type Needs = ReadonlyMap<string, number>;

const needsOf = ({ essential, optional }: Occupation): Map<string, number> =>
  new Map([...optional.map((id) => [id, 0.5] as const), ...essential.map((id) => [id, 1] as const)]);

/** The mean need of each skill. */
function meanNeeds(all: readonly Occupation[]): Needs {
  const sums = new Map<string, number>();
  for (const one of all)
    for (const [id, need] of needsOf(one)) sums.set(id, (sums.get(id) ?? 0) + need / all.length);
  return sums;
}

export class OccupationKinship {
  private readonly byId: ReadonlyMap<string, Occupation>;
  private readonly groups = new Map<string, Needs>();
  private readonly overall: Needs;
  private readonly byCode: ReadonlyMap<string, readonly Occupation[]>;

  constructor(occupations: readonly Occupation[]) {
    this.byId = new Map(occupations.map((one) => [one.id, one]));
    this.overall = meanNeeds(occupations);
    const byCode = new Map<string, Occupation[]>();
    for (const one of occupations)
      for (const length of digits) {
        const code = one.isco08.slice(0, length);
        if (code.length === length) byCode.set(code, [...(byCode.get(code) ?? []), one]);
      }
    this.byCode = byCode;
  }

  /**
   * The kinship of each skill to the likeliest occupations, -1 to 1: the logarithm of how much oftener it is needed
   * there than anywhere, less where the occupations are unsure; 0 for a skill that no occupation needs.
   */
  of(likely: readonly LikelyOccupation[], ids: readonly string[]): Kinship {
    const known = likely.flatMap(({ id, confidence }) => {
      const occupation = this.byId.get(id);
      return occupation ? [{ needs: this.needs(occupation), confidence }] : [];
    });
    const sure = Math.max(0, ...known.map(({ confidence }) => confidence));
    const total = known.reduce((sum, { confidence }) => sum + confidence, 0) || 1;
    const answers = new Map<number, number>();
    const kin = (skill: number): number => {
      const id = ids[skill] ?? '';
      const anywhere = this.overall.get(id);
      if (anywhere === undefined || known.length === 0) return 0;
      const here = known.reduce((sum, { needs, confidence }) => sum + (confidence / total) * needs(id), 0);
      const value = Math.log((here + rare) / (anywhere + rare)) / scale;
      return Math.max(-1, Math.min(1, value)) * Math.sqrt(sure);
    };
    return (skill) => {
      const before = answers.get(skill);
      if (before !== undefined) return before;
      answers.set(skill, kin(skill));
      return answers.get(skill) ?? 0;
    };
  }

  private needs(occupation: Occupation): (id: string) => number {
    const levels = [
      needsOf(occupation),
      ...digits.map((length) => this.group(occupation.isco08.slice(0, length))),
    ];
    return (id) => levels.reduce((sum, level, at) => sum + (weights[at] ?? 0) * (level.get(id) ?? 0), 0);
  }

  private group(code: string): Needs {
    const known = this.groups.get(code) ?? meanNeeds(this.byCode.get(code) ?? []);
    this.groups.set(code, known);
    return known;
  }
}
