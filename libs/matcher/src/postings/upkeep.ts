import { Compaction } from './compaction.js';
import type { PostingLists } from './posting-lists.js';
import type { RowKeys } from './row-keys.js';

/** Postings looked at after each change: several times what one change makes stale, so that compaction keeps up. */
const COMPACTED_AT_ONCE = 96;

/** What the postings of a row were before it changed. */
export interface Posted {
  readonly hint: number;
  readonly keys: readonly number[];
}

/** Keeps the postings of one side in step with its rows. */
export class Upkeep {
  private readonly compaction: Compaction;

  constructor(
    readonly lists: PostingLists,
    private readonly rows: RowKeys,
  ) {
    this.compaction = new Compaction(lists, rows);
  }

  posted(row: number): Posted {
    return { hint: this.rows.hintOf(row), keys: this.rows.keysOf(row) };
  }

  added(row: number): void {
    const hint = this.rows.hintOf(row);
    for (const key of this.rows.keysOf(row)) this.add(key, row, hint);
  }

  /** With the same hint what was posted already still says the same. */
  changed(row: number, before: Posted): void {
    const hint = this.rows.hintOf(row);
    const keys = this.rows.keysOf(row);
    const kept = hint === before.hint ? before.keys : [];
    for (const key of keys) if (!kept.includes(key)) this.add(key, row, hint);
    for (const key of before.keys) if (hint !== before.hint || !keys.includes(key)) this.compaction.note(key);
  }

  removed(before: Posted): void {
    for (const key of before.keys) this.compaction.note(key);
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

  private add(key: number, row: number, hint: number): void {
    this.lists.add(key, row, hint);
    this.compaction.added(key, row);
  }
}
