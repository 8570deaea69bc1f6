import type { Desk } from '../loops/desk.js';
import { Workplace } from '../loops/workplace.js';
import { drain } from '../match-engine.js';
import { WordArena } from '../memory/word-arena.js';
import { NumberList } from '../memory/number-list.js';
import { Postings } from '../postings/postings.js';
import { ANYWHERE } from '../rows/cells.js';
import { HintFilter } from './hint-filter.js';
import { Pace, Turns } from './pace.js';
import { Scan, TOUCHED } from './scan.js';
import { fine } from './tally.js';

/** Lets everybody pass, for a point a list. */
class OpenScan extends Scan {
  private readonly here = new NumberList();

  start(lists: number): void {
    this.here.push(0);
    this.blocks.clear();
    for (let key = 0; key < lists; key++) this.postings.gather(key, this.here, this.blocks.heads);
    this.blocks.mark(1);
    this.lay();
    this.begin(0);
  }

  protected addUp({ places, marks, passed }: Desk, words: Int32Array): void {
    for (let n = 0; n < passed; n++) this.tally.add(words[places[n]], fine(marks[n]), 0);
  }

  protected lookAt(from: number, end: number): void {
    for (let n = from; n < end; n++) this.weighing.weigh(this.ranking.rows[n]);
  }
}

/** Is out of breath after whatever was done. */
class ShortPace extends Pace {
  override scanned(): void {
    this.spend();
  }

  override verified(): void {
    this.spend();
  }

  override spend(): void {
    super.spend(Infinity);
  }
}

/** The desk has room for some 2,000; the tally gives slots to 8,191 without a stop. */
it.each([
  ['more lists than are laid out at once', 100, 9000],
  ['one that asks for slots with its last postings', 1, 8200],
])(
  'stops for a breath between fillings of the desk and between batches of rows, and leaves nothing out: %s',
  (_name, lists, rows) => {
    const arena = new WordArena();
    const postings = new Postings(arena, () => 0, 512);
    for (let key = 0; key < lists; key++) for (let row = 0; row < rows; row++) postings.add(key, row, 0);
    const weighed: number[] = [];
    const workplace = new Workplace({ arena, rows: { signatures: new Int32Array(0) } }, undefined);
    const filter = new HintFilter(0);
    filter.limits.fill(ANYWHERE);
    const weighing = { weigh: (row: number) => weighed.push(row), least: () => lists };
    const scan = new OpenScan(postings, workplace, filter, weighing);
    const pace = new ShortPace(new Turns());
    scan.start(lists);
    let stops = 0;
    while (!scan.goOn(pace)) {
      stops++;
      drain(pace.breathe());
    }
    expect(weighed.toSorted((a, b) => a - b)).toEqual(Array.from({ length: rows }, (_, row) => row));
    // Each list fills the desk.
    expect(stops).toBeGreaterThan(lists + rows / TOUCHED);
  },
);
