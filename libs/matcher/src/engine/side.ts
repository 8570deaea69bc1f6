import { ENDED, type Subjects } from '../names/subjects.js';
import type { Postings } from '../postings/postings.js';
import type { RowKeys } from '../postings/row-keys.js';
import { Upkeep } from '../postings/upkeep.js';

/** Each takes 4 us. */
const DROPPED_AT_ONCE = 500;

/** Rows of either side. */
interface Rows<Facts> {
  add(subject: number, facts: Facts): number;
  replace(row: number, facts: Facts): void;
  remove(row: number): void;
  /** Without the arena, which postings share. */
  readonly bytes: number;
}

/** Profiles or vacancies: who they are, their rows, and the postings that lead to them. */
export class Side<Facts> {
  private readonly upkeep: Upkeep;

  constructor(
    readonly subjects: Subjects,
    private readonly rows: Rows<Facts>,
    readonly postings: Postings,
    keys: RowKeys,
  ) {
    this.upkeep = new Upkeep(postings, keys);
  }

  /** False where as much or more is known already; only else is it asked for the facts. */
  put(id: string, revision: number, partition: number, factsOf: () => Facts): boolean {
    const found = this.subjects.find(id);
    if (!this.subjects.isNews(found, revision)) return false;
    // Before anything is written down: a state that fails has not been heard of.
    const facts = factsOf();
    const subject = this.subjects.learn(found, id, revision, partition);
    const row = this.subjects.rowOf(subject);
    if (row === ENDED) this.enter(subject, facts);
    else this.change(row, facts);
    this.upkeep.tidy();
    return true;
  }

  /** Only id and revision stay. False where as much or more is known already. */
  end(id: string, revision: number, partition: number): boolean {
    const found = this.subjects.find(id);
    if (!this.subjects.isNews(found, revision)) return false;
    const subject = this.subjects.learn(found, id, revision, partition);
    this.leave(subject);
    this.upkeep.tidy();
    return true;
  }

  /** Yields how many rows went, every so often. */
  *drop(partition: number): Generator<number> {
    let before = this.subjects.live;
    let subjects = 0;
    for (const subject of this.subjects.inPartition(partition)) {
      this.leave(subject);
      this.subjects.forget(subject);
      if (++subjects % DROPPED_AT_ONCE !== 0) continue;
      yield before - this.subjects.live;
      before = this.subjects.live;
    }
    yield before - this.subjects.live;
  }

  /** -1 for who is unknown or ended. */
  rowOf(id: string): number {
    return this.subjects.rowOf(this.subjects.find(id));
  }

  revisionOf(id: string): number | undefined {
    const subject = this.subjects.find(id);
    return subject < 0 ? undefined : this.subjects.revisionOf(subject);
  }

  /** Before saving: nothing half done. */
  settle(): void {
    this.upkeep.settle();
  }

  /** In use; what is only reserved does not count. */
  get bytes(): number {
    return (
      this.subjects.bytes +
      this.rows.bytes +
      this.postings.bytes +
      this.postings.arena.bytes +
      this.upkeep.bytes
    );
  }

  private enter(subject: number, facts: Facts): void {
    const row = this.rows.add(subject, facts);
    this.subjects.setRow(subject, row);
    this.upkeep.added(row);
  }

  private change(row: number, facts: Facts): void {
    const before = this.upkeep.posted(row);
    this.rows.replace(row, facts);
    this.upkeep.changed(row, before);
  }

  private leave(subject: number): void {
    const row = this.subjects.rowOf(subject);
    if (row === ENDED) return;
    this.upkeep.removed(this.upkeep.posted(row));
    this.rows.remove(row);
    this.subjects.setRow(subject, ENDED);
  }
}
