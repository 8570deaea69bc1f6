import { BLOCK_HEAD } from '../postings/posting-lists.js';
import { POSTING_WORDS, ROW_MASK } from '../postings/posting.js';
import { squaredCells } from '../rows/cells.js';
import { SIGNATURE_WORDS } from '../rows/skill-signature.js';
import { allBitsIf, allBitsIfNone } from './bits.js';
import type { Desk } from './desk.js';
import * as at from './desk-layout.js';
import type { Loops } from './loops.js';

// Memory answers after 100 to 160 ns, but to some twenty reads at once, if they stand close together in the code and
// nothing is decided by what has not come yet. So the starts of all first blocks are touched, then the rest of these; a
// later block of a chain right before it is read; and signatures before they are looked at.

/** Words of a cache line. */
const LINE = 16;
/** Half of all blocks end here. */
const STARTS = 3 * LINE;

/** Where postings and signatures are: in arrays that may be replaced by larger ones. */
export interface Sources {
  readonly arena: { readonly words: Int32Array; readonly bytes: number };
  readonly rows: { readonly signatures: Int32Array };
}

export class PlainLoops implements Loops {
  constructor(
    private readonly desk: Desk,
    private readonly sources: Sources,
  ) {}

  touch(): void {
    const { words } = this.sources.arena;
    const { words: desk, heads } = this.desk;
    const count = desk[at.HEAD_COUNT];
    let touched = 0;
    for (let n = 0; n < count; n++)
      touched ^= words[heads[n]] ^ words[heads[n] + LINE] ^ words[heads[n] + 2 * LINE];
    desk[at.READ_AHEAD] = touched;
    for (let n = 0; n < count; n++) this.touchRest(heads[n], STARTS, words);
  }

  scan(): number {
    const { words: desk, heads, headMarks } = this.desk;
    const { words } = this.sources.arena;
    const count = desk[at.HEAD_COUNT];
    let block = desk[at.BLOCK];
    let scanned = 0;
    while (scanned < at.READ_AT_ONCE && !this.desk.isFull) {
      if (block === 0) {
        if (desk[at.NEXT] === count) break;
        block = heads[desk[at.NEXT]++];
        continue;
      }
      scanned += this.scanBlock(block, headMarks[desk[at.NEXT] - 1], words);
      block = words[block];
      if (block !== 0) this.touchRest(block, 0, words);
    }
    desk[at.BLOCK] = block;
    return scanned;
  }

  private scanBlock(block: number, mark: number, words: Int32Array): number {
    const { words: desk, places, marks } = this.desk;
    const [cell, eastWeight, northWeight] = [desk[at.CELL], desk[at.EAST_WEIGHT], desk[at.NORTH_WEIGHT]];
    const [mask, sum, guards, placeless] = [desk[at.MASK], desk[at.SUM], desk[at.GUARDS], desk[at.PLACELESS]];
    const end = block + (words[block + 1] & 0xffff);
    const before = desk[at.PASSED];
    let count = before;
    for (let place = block + BLOCK_HEAD; place < end; place += POSTING_WORDS) {
      const bits = words[place + 1];
      const squared = squaredCells(bits, cell, eastWeight, northWeight);
      const isFar = (desk[at.LIMITS + ((bits >>> at.LIMIT_SHIFT) & 7)] - squared) >>> 31;
      const fails = ((sum - (bits & mask)) & guards) | (isFar & allBitsIfNone(bits & placeless));
      places[count] = place;
      // Less -1 where it passes.
      count -= allBitsIfNone(fails);
    }
    for (let n = before; n < count; n++) marks[n] = mark;
    desk[at.PASSED] = count;
    return (end - block - BLOCK_HEAD) / POSTING_WORDS;
  }

  sift(): void {
    const { words: desk, places, marks } = this.desk;
    const { words } = this.sources.arena;
    const { signatures } = this.sources.rows;
    const [low, high, count] = [desk[at.NEEDED], desk[at.NEEDED + 1], desk[at.PASSED]];
    this.touchSignatures(words, signatures);
    let kept = 0;
    for (let n = 0; n < count; n++) {
      const signature = SIGNATURE_WORDS * (words[places[n]] & ROW_MASK);
      const lacks = (~signatures[signature] & low) | (~signatures[signature + 1] & high);
      places[kept] = places[n];
      marks[kept] = marks[n];
      kept += 1 + allBitsIf(lacks);
    }
    desk[at.PASSED] = kept;
  }

  private touchRest(block: number, from: number, words: Int32Array): void {
    const end = block + (words[block + 1] & 0xffff);
    let touched = 0;
    for (let place = block + from; place < end; place += LINE) touched ^= words[place];
    this.desk.words[at.READ_AHEAD] = touched;
  }

  private touchSignatures(words: Int32Array, signatures: Int32Array): void {
    const { words: desk, places } = this.desk;
    let touched = 0;
    for (let n = 0; n < desk[at.PASSED]; n++)
      touched ^= signatures[SIGNATURE_WORDS * (words[places[n]] & ROW_MASK)];
    desk[at.READ_AHEAD] = touched;
  }
}
