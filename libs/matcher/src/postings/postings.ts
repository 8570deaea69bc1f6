import { grown } from '../memory/grown.js';
import { MOST_KEYS } from '../memory/limits.js';
import { NumberList } from '../memory/number-list.js';
import { WordArena } from '../memory/word-arena.js';
import { restored } from '../snapshot/restored.js';
import type { Saved, Saving } from '../snapshot/saved.js';
import { BLOCK_HEAD, PostingLists } from './posting-lists.js';
import { POSTING_WORDS } from './posting.js';
import type { Posted } from './row-keys.js';
import { Territories } from './territories.js';

/**
 * A list of so many postings is divided by territory. Searches are equally fast from 64 to 512 at a million (within the
 * noise of 3 %), and each part costs a record and a block's head: with 320 a person takes 3 bytes more than with 512.
 */
export const MOST_TOGETHER = 512;
/** Words of a topic's record. */
const RECORD_WORDS = 3;
/** Its list, or where it is divided the directory in the arena, as -block; 0 for none. */
const PLACE = 0;
/** The first block of its list; where it is divided, how many territories the directory has room for. */
const HEAD = 1;
const ROOM = 1;
/** How many postings it has. */
const TOTAL = 2;
/** Words of a directory's entry: a list, then its first block, so that a search need not look at the list's record. */
const ENTRY_WORDS = 2;

interface SavedPostings {
  readonly lists: { readonly end: number };
  readonly territories: readonly number[];
}

/**
 * The postings of one side by topic (a skill, a group of occupations): in one list while they are few, in one for each
 * territory when they are many. A posting is a hint only: the row says whether it still holds, so an update appends
 * and nothing is deleted in place. See compaction.ts.
 */
export class Postings implements Saving<SavedPostings> {
  readonly lists: PostingLists;
  readonly territories = new Territories();
  /** By key. */
  private topics = new Int32Array(64 * RECORD_WORDS);
  private readonly wanted = new NumberList();
  /** Kept so that the reads ahead are not optimised away. */
  private touched = 0;

  constructor(
    readonly arena: WordArena,
    private readonly territoryOf: (hint: number) => number,
    private readonly mostTogether: number,
  ) {
    this.lists = new PostingLists(arena);
  }

  /** Returns the list that it went to. */
  add(key: number, word: number, hint: number): number {
    this.topics = grown(this.topics, (key + 1) * RECORD_WORDS, MOST_KEYS * RECORD_WORDS, 'topics');
    const topic = key * RECORD_WORDS;
    this.topics[topic + TOTAL]++;
    const list = this.put(topic, key, word, hint);
    if (this.topics[topic + PLACE] > 0 && this.lists.lengthOf(list) >= this.mostTogether)
      this.divide(topic, key, list);
    return list;
  }

  /** The list of a topic in which a posting with that hint stands; 0 for none. */
  listFor(key: number, hint: number): number {
    const topic = key * RECORD_WORDS;
    const place = this.topics[topic + PLACE] ?? 0;
    if (place >= 0) return place;
    return this.arena.words[this.entryOf(topic, this.territories.numberOf(this.territoryOf(hint)))];
  }

  /** Appends the first blocks of a topic's lists in some territories, 0 for where it has none. */
  gather(key: number, territories: NumberList, into: NumberList): void {
    const topic = key * RECORD_WORDS;
    const place = this.topics[topic + PLACE] ?? 0;
    if (place > 0) into.push(this.topics[topic + HEAD]);
    else if (place < 0)
      for (let n = 0; n < territories.count; n++)
        into.push(this.arena.words[this.entryOf(topic, territories.items[n]) + 1]);
  }

  /** Reads ahead what a change from some postings to others will want, of all topics at once: see loops/plain-loops.ts. */
  touch(...posted: readonly Posted[]): void {
    let touched = 0;
    for (const { keys } of posted) for (const key of keys) touched ^= this.topics[key * RECORD_WORDS];
    this.touched ^= touched;
    this.wanted.clear();
    for (const { keys, hint } of posted) for (const key of keys) this.wanted.push(this.listFor(key, hint));
    this.lists.touch(this.wanted);
  }

  /** How many postings a topic has, wherever they are. */
  countOf(key: number): number {
    return this.topics[key * RECORD_WORDS + TOTAL] ?? 0;
  }

  /** A list was compacted and is so much shorter. */
  shortened(list: number, by: number): void {
    this.topics[this.lists.keyOf(list) * RECORD_WORDS + TOTAL] -= by;
  }

  save(): Saved<SavedPostings> {
    const lists = this.lists.save();
    const facts = { lists: lists.facts, territories: this.territories.save().facts };
    return { facts, columns: [this.topics, ...lists.columns] };
  }

  restore({ facts, columns: [topics, ...columns] }: Saved<SavedPostings>): void {
    this.territories.restore({ facts: facts.territories, columns: [] });
    this.topics = restored(topics, this.topics, MOST_KEYS * RECORD_WORDS);
    this.lists.restore({ facts: facts.lists, columns });
  }

  /** Without the arena. */
  get bytes(): number {
    return 4 * this.topics.length + this.lists.bytes;
  }

  private put(topic: number, key: number, word: number, hint: number): number {
    const list = this.listFor(key, hint) || this.lists.create(key);
    if (this.lists.add(list, word, hint)) this.enter(topic, hint, list);
    return list;
  }

  /** A list is new, or has another first block. */
  private enter(topic: number, hint: number, list: number): void {
    const head = this.lists.headOf(list);
    if (this.topics[topic + PLACE] >= 0) {
      this.topics[topic + PLACE] = list;
      this.topics[topic + HEAD] = head;
      return;
    }
    const territory = this.territories.numberOf(this.territoryOf(hint));
    if (territory >= this.topics[topic + ROOM]) this.moveDirectory(topic);
    const entry = this.entryOf(topic, territory);
    this.arena.words[entry] = list;
    this.arena.words[entry + 1] = head;
  }

  /** Where a territory's entry stands in a directory; the arena's start, which is zero, where there is no room for it yet. */
  private entryOf(topic: number, territory: number): number {
    const { topics } = this;
    return territory < topics[topic + ROOM] ? ENTRY_WORDS * territory - topics[topic + PLACE] : 0;
  }

  /** To one with room for all territories of today. */
  private moveDirectory(topic: number): void {
    const [old, words] = [-this.topics[topic + PLACE], ENTRY_WORDS * this.topics[topic + ROOM]];
    this.newDirectory(topic);
    this.arena.words.copyWithin(-this.topics[topic + PLACE], old, old + words);
    this.arena.give(old, WordArena.classFor(words));
  }

  private newDirectory(topic: number): void {
    const room = this.territories.count;
    const sizeClass = WordArena.classFor(ENTRY_WORDS * room);
    const block = this.arena.take(sizeClass);
    this.arena.words.fill(0, block, block + WordArena.wordsOf(sizeClass));
    this.topics[topic + PLACE] = -block;
    this.topics[topic + ROOM] = room;
  }

  /** Postings known to hold no more come along uncounted: fewer than a quarter, or the list would be compacted. */
  private divide(topic: number, key: number, list: number): void {
    if (list === this.lists.pinned) return;
    this.newDirectory(topic);
    for (let block = this.lists.headOf(list); block !== 0; block = this.arena.words[block]) {
      const end = block + (this.arena.words[block + 1] & 0xffff);
      for (let at = block + BLOCK_HEAD; at < end; at += POSTING_WORDS)
        this.put(topic, key, this.arena.words[at], this.arena.words[at + 1]);
    }
    this.lists.remove(list);
  }
}
