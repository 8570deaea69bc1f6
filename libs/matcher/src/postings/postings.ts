import { grown } from '../memory/grown.js';
import { MOST_KEYS } from '../memory/limits.js';
import { WordArena } from '../memory/word-arena.js';
import { restored } from '../snapshot/restored.js';
import type { Saved, Saving } from '../snapshot/saved.js';
import { BLOCK_HEAD, PostingLists } from './posting-lists.js';
import { POSTING_WORDS } from './posting.js';
import { Territories } from './territories.js';

/**
 * A list of so many postings is divided by territory. Of the searches near a place each then reads a tenth of it, and
 * for each territory a block: reading a whole block of so many takes as long as finding the ten that are near.
 */
const MOST_TOGETHER = 128;
/** Words at the head of a directory: how many territories it has room for. */
const DIRECTORY_HEAD = 1;

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
  /** By key: its list, or where it is divided the directory in the arena, as -block; 0 for none. */
  private places = new Int32Array(64);
  /** By key: how many postings. */
  private totals = new Int32Array(64);

  constructor(
    readonly arena: WordArena,
    private readonly territoryOf: (hint: number) => number,
  ) {
    this.lists = new PostingLists(arena);
  }

  /** Returns the list that it went to. */
  add(key: number, word: number, hint: number): number {
    this.makeRoom(key + 1);
    this.totals[key]++;
    const list = this.listFor(key, hint) || this.newList(key, hint);
    this.lists.add(list, word, hint);
    if (this.places[key] > 0 && this.lists.lengths[list] >= MOST_TOGETHER) this.divide(key, list);
    return list;
  }

  /** The list of a topic in which a posting with that hint stands; 0 for none. */
  listFor(key: number, hint: number): number {
    const place = key < this.places.length ? this.places[key] : 0;
    return place >= 0 ? place : this.inDirectory(-place, this.territories.numberOf(this.territoryOf(hint)));
  }

  /** Appends the first blocks of a topic's lists in some territories. */
  gather(key: number, territories: readonly number[], into: number[]): void {
    const place = key < this.places.length ? this.places[key] : 0;
    const { heads } = this.lists;
    if (place > 0 && heads[place] !== 0) into.push(heads[place]);
    if (place >= 0) return;
    const { words } = this.arena;
    const room = words[-place];
    for (const territory of territories) {
      if (territory >= room) continue;
      const head = heads[words[-place + DIRECTORY_HEAD + territory]];
      if (head !== 0) into.push(head);
    }
  }

  /** How many postings a topic has, wherever they are. */
  countOf(key: number): number {
    return key < this.totals.length ? this.totals[key] : 0;
  }

  /** A list was compacted and is so much shorter. */
  shortened(list: number, by: number): void {
    this.totals[this.lists.keys[list]] -= by;
  }

  save(): Saved<SavedPostings> {
    const lists = this.lists.save();
    const facts = { lists: lists.facts, territories: this.territories.save().facts };
    return { facts, columns: [this.places, this.totals, ...lists.columns] };
  }

  restore({ facts, columns: [places, totals, ...columns] }: Saved<SavedPostings>): void {
    this.territories.restore({ facts: facts.territories, columns: [] });
    this.places = restored(places, this.places, MOST_KEYS);
    this.totals = restored(totals, this.totals, MOST_KEYS);
    this.lists.restore({ facts: facts.lists, columns });
  }

  /** Without the arena. */
  get bytes(): number {
    return 8 * this.places.length + this.lists.bytes;
  }

  private newList(key: number, hint: number): number {
    const list = this.lists.create(key);
    if (this.places[key] === 0) this.places[key] = list;
    else this.enterDirectory(key, this.territories.numberOf(this.territoryOf(hint)), list);
    return list;
  }

  private inDirectory(directory: number, territory: number): number {
    const { words } = this.arena;
    return territory < words[directory] ? words[directory + DIRECTORY_HEAD + territory] : 0;
  }

  private enterDirectory(key: number, territory: number, list: number): void {
    const { words } = this.arena;
    if (territory >= words[-this.places[key]]) this.moveDirectory(key);
    this.arena.words[-this.places[key] + DIRECTORY_HEAD + territory] = list;
  }

  /** To one with room for all territories of today. */
  private moveDirectory(key: number): void {
    const old = -this.places[key];
    const block = this.newDirectory(this.territories.count);
    const { words } = this.arena;
    const room = words[old];
    words.copyWithin(block + DIRECTORY_HEAD, old + DIRECTORY_HEAD, old + DIRECTORY_HEAD + room);
    this.arena.give(old, WordArena.classFor(DIRECTORY_HEAD + room));
    this.places[key] = -block;
  }

  private newDirectory(room: number): number {
    const sizeClass = WordArena.classFor(DIRECTORY_HEAD + room);
    const block = this.arena.take(sizeClass);
    this.arena.words.fill(0, block, block + WordArena.wordsOf(sizeClass));
    this.arena.words[block] = room;
    return block;
  }

  /** Postings known to hold no more come along uncounted: fewer than a quarter, or the list would be compacted. */
  private divide(key: number, list: number): void {
    if (list === this.lists.pinned) return;
    this.places[key] = -this.newDirectory(this.territories.count);
    for (let block = this.lists.heads[list]; block !== 0; block = this.arena.words[block]) {
      const end = block + (this.arena.words[block + 1] & 0xffff);
      for (let at = block + BLOCK_HEAD; at < end; at += POSTING_WORDS)
        this.move(key, this.arena.words[at], this.arena.words[at + 1]);
    }
    this.lists.remove(list);
  }

  private move(key: number, word: number, hint: number): void {
    this.lists.add(this.listFor(key, hint) || this.newList(key, hint), word, hint);
  }

  private makeRoom(length: number): void {
    this.places = grown(this.places, length, MOST_KEYS, 'topics');
    this.totals = grown(this.totals, length, MOST_KEYS, 'topics');
  }
}
