import { drain } from '../match-engine.js';
import { WordArena } from '../memory/word-arena.js';
import { NumberList } from '../memory/number-list.js';
import { BLOCK_HEAD } from '../postings/posting-lists.js';
import { POSTING_WORDS } from '../postings/posting.js';
import { Postings } from '../postings/postings.js';
import { Pace, Turns } from './pace.js';
import { Scan, TOUCHED } from './scan.js';
import { fine } from './tally.js';

const LISTS = 5;
/** In three blocks, of which the last is a third full. */
const BLOCKS = 3;
const ROWS = 2500;

/** Lets everybody pass, for a point a list. */
class OpenScan extends Scan {
  private readonly here = new NumberList();

  start(): void {
    this.here.push(0);
    this.blocks.clear();
    for (let key = 0; key < LISTS; key++) this.postings.gather(key, this.here, this.blocks.heads);
    this.blocks.mark(1);
    this.begin(0);
  }

  protected scan(block: number, mark: number, words: Int32Array, pace: Pace): void {
    const end = block + (words[block + 1] & 0xffff);
    for (let at = block + BLOCK_HEAD; at < end; at += POSTING_WORDS) {
      this.passed.places[this.passed.count] = at;
      this.passed.marks[this.passed.count++] = mark;
    }
    pace.scanned(0);
  }

  protected addUp(words: Int32Array): void {
    const { places, marks, count } = this.passed;
    for (let n = 0; n < count; n++) this.tally.add(words[places[n]], fine(marks[n]), 0);
    this.passed.count = 0;
  }

  protected lookAt(from: number, end: number): void {
    for (let n = from; n < end; n++) this.weighing.weigh(this.tally.ranked[n]);
  }
}

/** Is out of breath after whatever was done. */
class ShortPace extends Pace {
  override scanned(): void {
    this.spend(Infinity);
  }

  override verified(): void {
    this.spend(Infinity);
  }
}

it('stops for a breath between blocks and between batches of rows, and leaves nothing out', () => {
  const postings = new Postings(new WordArena(), () => 0, 512);
  for (let key = 0; key < LISTS; key++) for (let row = 0; row < ROWS; row++) postings.add(key, row, 0);
  const weighed: number[] = [];
  const scan = new OpenScan(postings, { weigh: (row) => weighed.push(row), least: () => LISTS });
  const pace = new ShortPace(new Turns());
  scan.start();
  let stops = 0;
  while (!scan.goOn(pace)) {
    stops++;
    drain(pace.breathe());
  }
  expect(weighed.toSorted((a, b) => a - b)).toEqual(Array.from({ length: ROWS }, (_, row) => row));
  expect(stops).toBe(LISTS * BLOCKS + Math.ceil(ROWS / TOUCHED) - 1);
});
