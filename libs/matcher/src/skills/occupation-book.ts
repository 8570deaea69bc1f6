import type { MatchingTaxonomy } from '../matching-taxonomy.js';
import { Dictionary } from '../names/dictionary.js';
import { CLOSENESS } from '../scoring/points.js';

const UNIT_DIGITS = 4;
const MINOR_DIGITS = 3;

/** Occupations by number, each with the ISCO-08 groups that it lies in. */
export class OccupationBook {
  readonly names = new Dictionary();
  /** Postings are by group: the unit group where it is known, else the minor group, else the occupation itself. */
  private readonly groups = new Dictionary();
  private readonly groupOf: number[] = [];
  private readonly units: number[] = [];
  private readonly minors: number[] = [];
  private readonly groupsOfMinor = new Map<number, number[]>();

  constructor(private readonly taxonomy: MatchingTaxonomy) {}

  numberOf(id: string): number {
    const occupation = this.names.numberOf(id);
    if (occupation === this.groupOf.length) this.describe(id);
    return occupation;
  }

  closeness(a: number, b: number): number {
    if (a === b) return CLOSENESS.same;
    if (this.units[a] >= 0 && this.units[a] === this.units[b]) return CLOSENESS.unitGroup;
    return this.minors[a] >= 0 && this.minors[a] === this.minors[b] ? CLOSENESS.minorGroup : CLOSENESS.none;
  }

  group(occupation: number): number {
    return this.groupOf[occupation];
  }

  /** Occupations that are close at all are of one family; of one family, they need not be close. */
  family(occupation: number): number {
    const minor = this.minors[occupation];
    return minor >= 0 ? minor : this.groupOf[occupation];
  }

  /** The groups of all occupations that are close at all, its own among them. */
  groupsNear(occupation: number): readonly number[] {
    return this.groupsOfMinor.get(this.minors[occupation]) ?? [this.groupOf[occupation]];
  }

  private describe(id: string): void {
    const isco = this.taxonomy.iscoOf(id) ?? '';
    const groupNumber = (digits: number) =>
      isco.length >= digits ? this.groups.numberOf(`isco ${isco.slice(0, digits)}`) : -1;
    const [unit, minor] = [groupNumber(UNIT_DIGITS), groupNumber(MINOR_DIGITS)];
    const group = unit >= 0 ? unit : minor >= 0 ? minor : this.groups.numberOf(`id ${id}`);
    this.units.push(unit);
    this.minors.push(minor);
    this.groupOf.push(group);
    if (minor >= 0) this.addToMinor(minor, group);
  }

  private addToMinor(minor: number, group: number): void {
    const groups = this.groupsOfMinor.get(minor) ?? [];
    if (!groups.includes(group)) groups.push(group);
    this.groupsOfMinor.set(minor, groups);
  }
}
