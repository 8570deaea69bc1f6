import { type Around, RegionDistances } from '../rows/regions.js';
import { EVERYWHERE, TERRITORIES, territory } from '../rows/territory.js';
import type { Saved, Saving } from '../snapshot/saved.js';

/** The territories that anybody was ever posted in, by dense numbers: some hundred in Great Britain, of 514. */
export class Territories implements Saving<readonly number[]> {
  private readonly codes: number[] = [];
  private readonly numbers = new Int16Array(TERRITORIES).fill(-1);
  private readonly distances = new RegionDistances();

  numberOf(code: number): number {
    if (this.numbers[code] < 0) this.numbers[code] = this.codes.push(code) - 1;
    return this.numbers[code];
  }

  get count(): number {
    return this.codes.length;
  }

  /** Writes those that a search reads to `into`; `limits` are by tier. */
  reached(around: Around, limits: readonly number[], into: number[]): void {
    into.length = 0;
    this.take(EVERYWHERE, into);
    this.distances.load(around);
    for (let tier = 0; tier < limits.length; tier++)
      this.distances.within(limits[tier], (region) => this.take(territory(region, tier), into));
  }

  private take(code: number, into: number[]): void {
    if (this.numbers[code] >= 0) into.push(this.numbers[code]);
  }

  all(into: number[]): void {
    into.length = 0;
    for (let number = 0; number < this.count; number++) into.push(number);
  }

  save(): Saved<readonly number[]> {
    return { facts: [...this.codes], columns: [] };
  }

  restore({ facts }: Saved<readonly number[]>): void {
    for (const code of facts) this.numberOf(code);
  }
}
