import type { Field } from '../rows/field.js';

/**
 * Filters on fields of a hint as one subtraction: `sum - (hint & mask)` borrows from the bit above each field that
 * passes, its guard, and leaves the guard of one that does not. Filters one by one take twice as many instructions.
 */
export class Gate {
  mask = 0;
  sum = 0;

  /** Everything passes. */
  open(): void {
    this.mask = 0;
    this.sum = 0;
  }

  /** At least one of some bits of a field. */
  oneOf({ shift, bits }: Field, wanted: number): void {
    this.mask |= wanted << shift;
    this.sum |= 1 << (shift + bits);
  }

  /** A field's number is not below another. */
  atLeast({ shift, bits }: Field, least: number): void {
    const all = (1 << bits) - 1;
    this.mask |= all << shift;
    this.sum |= (all + least) << shift;
  }
}
