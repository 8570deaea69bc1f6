import type { Saved, Saving } from '../snapshot/saved.js';
import * as layout from '../scoring/pair-layout.js';
import { compareUuids } from './uuid.js';
import { IdTable, OWNERS_WORD, type SavedIds } from './id-table.js';

/** The row of a subject that has ended: only id and revision are kept, so that an older state cannot come back. */
export const ENDED = -1;
const REVISION = OWNERS_WORD;
const ROW = OWNERS_WORD + 1;
const PARTITION = OWNERS_WORD + 2;
/** The revision does not fit into 32 bits and is kept aside. */
const ODD = 0xffffffff;

/** An id that is no UUID, a revision beyond 32 bits. */
export interface Odd {
  readonly id: string | undefined;
  readonly revision: number | undefined;
}

interface SavedSubjects {
  readonly ids: SavedIds;
  readonly known: number;
  readonly withRow: number;
  readonly odd: readonly (readonly [number, number])[];
}

/** What is known of each id: its newest revision, its row while it has one, and for profiles the partition. */
export class Subjects implements Saving<SavedSubjects> {
  private readonly ids: IdTable;
  private readonly oddRevisions = new Map<number, number>();
  private known = 0;
  private withRow = 0;
  /** Kept so that the reads ahead are not optimised away. */
  private touched = 0;

  /** Vacancies have no partition, and so no word for it. */
  constructor(private readonly havePartitions: boolean) {
    this.ids = new IdTable(havePartitions ? 3 : 2);
  }

  find(id: string): number {
    return this.ids.find(id);
  }

  isNews(subject: number, revision: number): boolean {
    return subject < 0 || revision > this.revisionOf(subject);
  }

  /** Writes a revision down, for what `find` said of the id, and returns the subject's number. */
  learn(found: number, id: string, revision: number, partition: number): number {
    const subject = found < 0 ? this.add(id) : found;
    const isPlain = Number.isInteger(revision) && revision >= 0 && revision < ODD;
    this.write(subject, REVISION, isPlain ? revision : ODD);
    if (isPlain) this.oddRevisions.delete(subject);
    else this.oddRevisions.set(subject, revision);
    this.setPartition(subject, partition);
    return subject;
  }

  setRow(subject: number, row: number): void {
    this.withRow += Number(row !== ENDED) - Number(this.rowOf(subject) !== ENDED);
    this.write(subject, ROW, row);
  }

  /** As if it had never been heard of. */
  forget(subject: number): void {
    this.setRow(subject, ENDED);
    this.oddRevisions.delete(subject);
    this.setPartition(subject, FORGOTTEN);
    this.ids.forget(subject);
    this.known--;
  }

  rowOf(subject: number): number {
    return subject < 0 ? ENDED : this.read(subject, ROW) | 0;
  }

  revisionOf(subject: number): number {
    const revision = this.read(subject, REVISION);
    return revision === ODD ? (this.oddRevisions.get(subject) ?? 0) : revision;
  }

  partitionOf(subject: number): number {
    return this.read(subject, PARTITION) | 0;
  }

  idOf(subject: number): string {
    return this.ids.idOf(subject);
  }

  /** Whether there is anybody of whom something does not fit into words. */
  get areOdd(): boolean {
    return !this.ids.areUuids || this.oddRevisions.size > 0;
  }

  oddOf(subject: number): Odd {
    return { id: this.ids.otherOf(subject), revision: this.oddRevisions.get(subject) };
  }

  /** The id where it is no UUID. */
  oddIdOf(subject: number): string | undefined {
    return this.ids.otherOf(subject);
  }

  /** By id, in code units. */
  comesFirst(subject: number, other: number): boolean {
    const { words, recordWords } = this.ids;
    if (!this.ids.areUuids) return this.idOf(subject) < this.idOf(other);
    return compareUuids(words, recordWords * subject, words, recordWords * other) < 0;
  }

  /** Writes id, revision and partition to a packed pair: see pair-layout.ts. */
  writeName(subject: number, into: Int32Array, at: number): void {
    const { words } = this.ids;
    const from = this.ids.recordWords * subject;
    for (let n = 0; n < OWNERS_WORD; n++) into[at + layout.ID + n] = words[from + n];
    into[at + layout.REVISION] = words[from + REVISION];
    if (this.havePartitions) into[at + layout.PARTITION] = words[from + PARTITION];
  }

  *inPartition(partition: number): Generator<number> {
    for (let subject = 0; subject < this.ids.end; subject++)
      if (this.partitionOf(subject) === partition) yield subject;
  }

  get live(): number {
    return this.withRow;
  }

  get stubs(): number {
    return this.known - this.withRow;
  }

  get bytes(): number {
    return this.ids.bytes;
  }

  save(): Saved<SavedSubjects> {
    const { facts: ids, columns } = this.ids.save();
    const { known, withRow } = this;
    return { facts: { ids, known, withRow, odd: [...this.oddRevisions] }, columns };
  }

  restore({ facts, columns }: Saved<SavedSubjects>): void {
    this.ids.restore({ facts: facts.ids, columns });
    this.known = facts.known;
    this.withRow = facts.withRow;
    for (const [subject, revision] of facts.odd) this.oddRevisions.set(subject, revision);
  }

  /** Reads ahead what is soon wanted of many: see TOUCHED. */
  touch(subject: number): void {
    const { words, recordWords } = this.ids;
    this.touched ^= words[recordWords * subject] ^ words[recordWords * subject + recordWords - 1];
  }

  private setPartition(subject: number, partition: number): void {
    if (this.havePartitions) this.write(subject, PARTITION, partition);
  }

  private read(subject: number, word: number): number {
    return this.ids.words[this.ids.recordWords * subject + word];
  }

  private write(subject: number, word: number, value: number): void {
    this.ids.words[this.ids.recordWords * subject + word] = value;
  }

  private add(id: string): number {
    const subject = this.ids.add(id);
    this.write(subject, ROW, ENDED);
    this.known++;
    return subject;
  }
}

/** No partition has this number. */
const FORGOTTEN = -(2 ** 31);
