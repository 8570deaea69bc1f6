import { NumberList } from '../memory/number-list.js';
import { type Around, regionsWithin } from '../rows/regions.js';
import { EVERYWHERE, TERRITORIES, territory } from '../rows/territory.js';
import type { Saved, Saving } from '../snapshot/saved.js';

/** The territories that anybody was ever posted in, by dense numbers: some hundred in Great Britain, of 130. */
export class Territories implements Saving<readonly number[]> {
  private readonly codes: number[] = [];
  private readonly numbers = new Int16Array(TERRITORIES).fill(-1);
  private readonly regions = new NumberList();

  numberOf(code: number): number {
    if (this.numbers[code] < 0) this.numbers[code] = this.codes.push(code) - 1;
    return this.numbers[code];
  }

  get count(): number {
    return this.codes.length;
  }

  /** Writes those that a search reads to `into`; `limits` are by tier. */
  reached(around: Around, limits: readonly number[], into: NumberList): void {
    const { regions } = this;
    into.clear();
    this.take(EVERYWHERE, into);
    for (let tier = 0; tier < limits.length; tier++) {
      regionsWithin(around, limits[tier], regions);
      for (let n = 0; n < regions.count; n++) this.take(territory(regions.items[n], tier), into);
    }
  }

  private take(code: number, into: NumberList): void {
    if (this.numbers[code] >= 0) into.push(this.numbers[code]);
  }

  all(into: NumberList): void {
    into.clear();
    for (let number = 0; number < this.count; number++) into.push(number);
  }

  save(): Saved<readonly number[]> {
    return { facts: [...this.codes], columns: [] };
  }

  restore({ facts }: Saved<readonly number[]>): void {
    for (const code of facts) this.numberOf(code);
  }
}
