import { Compaction } from './compaction.js';
import { postingWord } from './posting.js';
import type { Postings } from './postings.js';
import type { Posted, RowKeys } from './row-keys.js';

/** Postings looked at after each change: several times what one change makes stale, so that compaction keeps up. */
const COMPACTED_AT_ONCE = 96;
const NOTHING: Posted = { hint: 0, keys: [], codes: [] };

/** Keeps the postings of one side in step with its rows. */
export class Upkeep {
  private readonly compaction: Compaction;

  constructor(
    readonly postings: Postings,
    private readonly rows: RowKeys,
  ) {
    this.compaction = new Compaction(postings, rows);
  }

  posted(row: number): Posted {
    return this.rows.postedOf(row);
  }

  added(row: number): void {
    this.changed(row, NOTHING);
  }

  /** What was posted already and still says the same stays. */
  changed(row: number, before: Posted): void {
    const now = this.rows.postedOf(row);
    this.postings.touch(before, now);
    now.keys.forEach((key, n) => {
      if (!isPosted(key, now.codes[n], now.hint, before)) this.add(key, row, now.codes[n], now.hint);
    });
    this.note(before, now);
  }

  removed(before: Posted): void {
    this.postings.touch(before);
    this.note(before, NOTHING);
  }

  get bytes(): number {
    return this.compaction.bytes;
  }

  settle(): void {
    this.compaction.settle();
  }

  /** A slice of compaction. */
  tidy(): void {
    this.compaction.step(COMPACTED_AT_ONCE);
  }

  private add(key: number, row: number, code: number, hint: number): void {
    const list = this.postings.add(key, postingWord(row, code), hint);
    this.compaction.added(list, row);
  }

  /** What was posted and holds no more. */
  private note(before: Posted, now: Posted): void {
    before.keys.forEach((key, n) => {
      if (!isPosted(key, before.codes[n], before.hint, now))
        this.compaction.note(this.postings.listFor(key, before.hint));
    });
  }
}

function isPosted(key: number, code: number, hint: number, posted: Posted): boolean {
  if (hint !== posted.hint) return false;
  const at = posted.keys.indexOf(key);
  return at >= 0 && posted.codes[at] === code;
}
