import { grown } from '../memory/grown.js';
import { MOST_SUBJECTS } from '../memory/limits.js';
import { restored } from '../snapshot/restored.js';
import type { Saved, Saving } from '../snapshot/saved.js';
import { Slots } from './slots.js';
import { formatUuid, parseUuid } from './uuid.js';

/** The first word of a record that is free for who owns the table: the id's come before. */
export const OWNERS_WORD = 4;

export interface SavedIds {
  readonly end: number;
  /** Ids that are no UUIDs. */
  readonly others: readonly (readonly [string, number])[];
}

/**
 * Ids outside, dense numbers inside. A UUID takes 16 bytes and its slot, nothing on the JS heap; any other string
 * works as well and is kept as it is.
 */
export class IdTable implements Saving<SavedIds> {
  words: Uint32Array<ArrayBuffer>;
  /** Words of a record: the id's, and the owner's, together, because they are wanted together. */
  readonly recordWords: number;
  /** Numbers given out so far, freed ones among them. */
  end = 0;
  private freed = new Int32Array(16);
  private freedCount = 0;
  private readonly slots = new Slots({ hashOf: (number) => this.hashAt(number) });
  private readonly others = new Map<string, number>();
  private readonly otherNames = new Map<number, string>();
  private readonly wanted = new Uint32Array(4);
  /** What was found last: who was put is mostly asked about next. */
  private last = '';
  private lastNumber = -1;

  constructor(ownersWords: number) {
    this.recordWords = OWNERS_WORD + ownersWords;
    this.words = new Uint32Array(16 * this.recordWords);
  }

  /** -1 for an id that has no number. */
  find(id: string): number {
    if (id === this.last && this.lastNumber >= 0) return this.lastNumber;
    this.last = id;
    this.lastNumber = parseUuid(id, this.wanted)
      ? this.slots.find(hashOf(this.wanted, 0), this.isWanted)
      : (this.others.get(id) ?? -1);
    return this.lastNumber;
  }

  /** Gives a number to an id that has none. */
  add(id: string): number {
    const number = this.freedCount > 0 ? this.freed[--this.freedCount] : this.end++;
    this.words = grown(
      this.words,
      this.recordWords * this.end,
      this.recordWords * MOST_SUBJECTS,
      'words of ids',
    );
    if (parseUuid(id, this.wanted)) {
      this.words.set(this.wanted, this.recordWords * number);
      this.slots.add(hashOf(this.wanted, 0), number);
    } else {
      this.others.set(id, number);
      this.otherNames.set(number, id);
    }
    this.last = id;
    this.lastNumber = number;
    return number;
  }

  /** The number may be given to another id afterwards. */
  forget(number: number): void {
    this.lastNumber = -1;
    const other = this.otherNames.get(number);
    if (other === undefined) this.slots.remove(this.hashAt(number), number);
    else this.others.delete(other);
    this.otherNames.delete(number);
    this.freed = grown(this.freed, this.freedCount + 1, MOST_SUBJECTS, 'ids');
    this.freed[this.freedCount++] = number;
  }

  idOf(number: number): string {
    return this.otherOf(number) ?? formatUuid(this.words, this.recordWords * number);
  }

  /** The id where it is no UUID. */
  otherOf(number: number): string | undefined {
    return this.areUuids ? undefined : this.otherNames.get(number);
  }

  get areUuids(): boolean {
    return this.otherNames.size === 0;
  }

  save(): Saved<SavedIds> {
    return {
      facts: { end: this.end, others: [...this.others] },
      columns: [this.words.subarray(0, this.recordWords * this.end), this.freed.subarray(0, this.freedCount)],
    };
  }

  restore({ facts, columns: [words, freed] }: Saved<SavedIds>): void {
    this.words = restored(words, this.words, this.recordWords * MOST_SUBJECTS);
    this.freed = restored(freed, this.freed, MOST_SUBJECTS);
    this.freedCount = freed.length;
    this.end = facts.end;
    this.lastNumber = -1;
    for (const [id, number] of facts.others) {
      this.others.set(id, number);
      this.otherNames.set(number, id);
    }
    const isFree = new Uint8Array(this.end);
    for (const number of freed) isFree[number] = 1;
    for (let number = 0; number < this.end; number++)
      if (isFree[number] === 0 && !this.otherNames.has(number)) this.slots.add(this.hashAt(number), number);
  }

  get bytes(): number {
    return 4 * this.recordWords * this.end + 4 * this.freedCount + this.slots.bytes;
  }

  private readonly isWanted = (number: number): boolean => {
    const { words, wanted } = this;
    const at = this.recordWords * number;
    return (
      words[at] === wanted[0] &&
      words[at + 1] === wanted[1] &&
      words[at + 2] === wanted[2] &&
      words[at + 3] === wanted[3]
    );
  };

  private hashAt(number: number): number {
    return hashOf(this.words, this.recordWords * number);
  }
}

/** Minted UUIDs are random already; others (of one machine, of one minute) are spread by two odd factors. */
function hashOf(words: Uint32Array, at: number): number {
  const mixed =
    Math.imul(words[at] ^ words[at + 2], 0x9e3779b1) ^ Math.imul(words[at + 1] ^ words[at + 3], 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
