import { grown } from '../memory/grown.js';
import { MOST_SUBJECTS } from '../memory/limits.js';
import { IdTable } from './id-table.js';

/** The row of a subject that has ended: only id and revision are kept, so that an older state cannot come back. */
export const ENDED = -1;
/** In `revisions`: the revision does not fit into 32 bits and is kept aside. */
const ODD = 0xffffffff;

/** What is known of each id: its newest revision, its row while it has one, and for profiles the partition. */
export class Subjects {
  private readonly ids = new IdTable();
  private revisions = new Uint32Array(16);
  private rows = new Int32Array(16);
  private partitions = new Int32Array(16);
  private readonly oddRevisions = new Map<number, number>();
  private known = 0;
  private withRow = 0;

  find(id: string): number {
    return this.ids.find(id);
  }

  isNews(subject: number, revision: number): boolean {
    return subject < 0 || revision > this.revisionOf(subject);
  }

  /** Writes a revision down, for an id perhaps never heard of, and returns the subject's number. */
  learn(id: string, revision: number, partition: number): number {
    let subject = this.ids.find(id);
    if (subject < 0) subject = this.add(id);
    const isPlain = Number.isInteger(revision) && revision >= 0 && revision < ODD;
    this.revisions[subject] = isPlain ? revision : ODD;
    if (isPlain) this.oddRevisions.delete(subject);
    else this.oddRevisions.set(subject, revision);
    this.partitions[subject] = partition;
    return subject;
  }

  setRow(subject: number, row: number): void {
    this.withRow += Number(row !== ENDED) - Number(this.rows[subject] !== ENDED);
    this.rows[subject] = row;
  }

  /** As if it had never been heard of. */
  forget(subject: number): void {
    this.setRow(subject, ENDED);
    this.oddRevisions.delete(subject);
    this.partitions[subject] = FORGOTTEN;
    this.ids.forget(subject);
    this.known--;
  }

  rowOf(subject: number): number {
    return subject < 0 ? ENDED : this.rows[subject];
  }

  revisionOf(subject: number): number {
    const revision = this.revisions[subject];
    return revision === ODD ? (this.oddRevisions.get(subject) ?? 0) : revision;
  }

  partitionOf(subject: number): number {
    return this.partitions[subject];
  }

  idOf(subject: number): string {
    return this.ids.idOf(subject);
  }

  *inPartition(partition: number): Generator<number> {
    for (let subject = 0; subject < this.ids.end; subject++)
      if (this.partitions[subject] === partition) yield subject;
  }

  get live(): number {
    return this.withRow;
  }

  get stubs(): number {
    return this.known - this.withRow;
  }

  get bytes(): number {
    return this.ids.bytes + 12 * this.ids.end;
  }

  private add(id: string): number {
    const subject = this.ids.add(id);
    const { end } = this.ids;
    this.revisions = grown(this.revisions, end, MOST_SUBJECTS, 'subjects');
    this.rows = grown(this.rows, end, MOST_SUBJECTS, 'subjects');
    this.partitions = grown(this.partitions, end, MOST_SUBJECTS, 'subjects');
    this.rows[subject] = ENDED;
    this.known++;
    return subject;
  }
}

/** No partition has this number. */
const FORGOTTEN = -(2 ** 31);
