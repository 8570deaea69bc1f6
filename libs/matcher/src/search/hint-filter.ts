import type { Desk } from '../loops/desk.js';
import * as at from '../loops/desk-layout.js';
import { type CellScale, cellBits, eastOf, northBitsOf, northOf } from '../rows/cells.js';
import { Gate } from './gate.js';

/** What a search asks of hints: terms by a gate, and to be near enough or to do without a place. */
export class HintFilter {
  readonly gate = new Gate();
  readonly around = { cell: 0, east: 0, north: 0, eastWeight: 0, northWeight: 0 };
  /** Squared cells, by the three bits of a hint that say how far; all the same where it does not say. */
  readonly limits = new Int32Array(8);
  /** Bits of a hint of which one is enough, however far it is. */
  placeless = 0;

  /** `guards`: see gate.ts. */
  constructor(private readonly guards: number) {}

  lookFrom(latitude: number, longitude: number, scale: CellScale): void {
    const { around } = this;
    around.cell = cellBits(latitude, longitude);
    around.east = eastOf(around.cell);
    around.north = northOf(around.cell);
    around.eastWeight = scale.east;
    around.northWeight = scale.north;
  }

  writeTo({ words }: Desk): void {
    const { gate, around, limits } = this;
    words[at.CELL] = around.cell;
    words[at.NORTH] = northBitsOf(around.cell);
    words[at.EAST_WEIGHT] = around.eastWeight;
    words[at.NORTH_WEIGHT] = around.northWeight;
    words[at.MASK] = gate.mask;
    words[at.SUM] = gate.sum;
    words[at.GUARDS] = this.guards;
    words[at.PLACELESS] = this.placeless;
    for (let n = 0; n < limits.length; n++) words[at.LIMITS + n] = limits[n];
  }
}
