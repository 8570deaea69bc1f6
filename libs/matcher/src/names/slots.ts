import { MOST_SUBJECTS } from '../memory/limits.js';

const EMPTY = 0;
const GONE = -1;
/** Moved from the old table at each change: at 5 % of a table a change, growing ends long before the next. */
const MOVED_AT_ONCE = 32;

/** Says whether a number belongs to the key that is looked for, and the hash of a number's key. */
export interface SlotKeys {
  hashOf(number: number): number;
}

/**
 * Open addressing from 128-bit keys to numbers: a `Map` of a million UUIDs takes 299 MB and 564 ms of one collection,
 * this 8 bytes a key. Growth moves a few slots at a time, so that no insert waits for a million.
 */
export class Slots {
  private table = new Int32Array(16);
  private old: Int32Array = new Int32Array(0);
  /** Slots of the old table from here on are not in the new one yet. */
  private moved = 0;
  private used = 0;

  constructor(private readonly keys: SlotKeys) {}

  find(hash: number, isIt: (number: number) => boolean): number {
    const found = search(this.table, hash, isIt);
    return found >= 0 || this.old.length === 0 ? found : search(this.old, hash, isIt);
  }

  add(hash: number, number: number): void {
    if (4 * (this.used + 1) > 3 * this.table.length) this.grow();
    this.place(hash, number);
    this.move();
  }

  remove(hash: number, number: number): void {
    const isIt = (other: number) => other === number;
    const at = slotOf(this.table, hash, isIt);
    if (at >= 0) this.closeGap(at);
    const before = this.old.length === 0 ? -1 : slotOf(this.old, hash, isIt);
    if (before >= 0) this.old[before] = GONE;
  }

  get bytes(): number {
    return 4 * (this.table.length + this.old.length);
  }

  private place(hash: number, number: number): void {
    const mask = this.table.length - 1;
    let at = hash & mask;
    while (this.table[at] !== EMPTY) at = (at + 1) & mask;
    this.table[at] = number + 1;
    this.used++;
  }

  private grow(): void {
    this.move(Infinity);
    if (this.table.length >= 2 * MOST_SUBJECTS) throw new RangeError('The index is full.');
    this.old = this.table;
    this.table = new Int32Array(2 * this.old.length);
    this.moved = 0;
    this.used = 0;
  }

  private move(most = MOVED_AT_ONCE): void {
    if (this.old.length === 0) return;
    const end = Math.min(this.old.length, this.moved + most);
    for (; this.moved < end; this.moved++) {
      const number = this.old[this.moved] - 1;
      if (number >= 0) this.place(this.keys.hashOf(number), number);
    }
    if (this.moved === this.old.length) this.old = new Int32Array(0);
  }

  /** Moves later keys of the same run back, so that no search stops early at the gap. */
  private closeGap(at: number): void {
    const { table } = this;
    const mask = table.length - 1;
    let gap = at;
    for (let next = (gap + 1) & mask; table[next] !== EMPTY; next = (next + 1) & mask) {
      const wanted = this.keys.hashOf(table[next] - 1) & mask;
      if (((next - wanted) & mask) < ((next - gap) & mask)) continue;
      table[gap] = table[next];
      gap = next;
    }
    table[gap] = EMPTY;
    this.used--;
  }
}

function search(table: Int32Array, hash: number, isIt: (number: number) => boolean): number {
  const at = slotOf(table, hash, isIt);
  return at < 0 ? -1 : table[at] - 1;
}

function slotOf(table: Int32Array, hash: number, isIt: (number: number) => boolean): number {
  const mask = table.length - 1;
  for (let at = hash & mask; table[at] !== EMPTY; at = (at + 1) & mask)
    if (table[at] !== GONE && isIt(table[at] - 1)) return at;
  return -1;
}
