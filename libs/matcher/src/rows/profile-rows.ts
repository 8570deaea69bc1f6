import { type Elsewhere, asDoubles, grown } from '../memory/grown.js';
import { MOST_SUBJECTS } from '../memory/limits.js';
import { restored } from '../snapshot/restored.js';
import type { Saved, Saving } from '../snapshot/saved.js';
import { WordArena } from '../memory/word-arena.js';
import { profileHint } from './profile-hint.js';
import * as at from './profile-row.js';
import type { SeekingProfile } from './seeking-profile.js';
import { RowNumbers } from './row-numbers.js';
import { SIGNATURE_WORDS, sign } from './skill-signature.js';
import type { Span } from './span.js';

/** The truth about every profile, one row each; what does not fit spills into blocks of the arena. */
export class ProfileRows implements Saving<number> {
  words = new Int32Array(0);
  doubles = new Float64Array(0);
  /** Of what each holds: see skill-signature.ts. */
  signatures = new Int32Array(0);
  readonly numbers = new RowNumbers();

  constructor(
    readonly arena: WordArena,
    private readonly elsewhere?: Elsewhere<Int32Array<ArrayBuffer>>,
  ) {}

  add(subject: number, profile: SeekingProfile): number {
    const row = this.numbers.take();
    const words = grown(
      this.words,
      this.numbers.end * at.PROFILE_WORDS,
      MOST_SUBJECTS * at.PROFILE_WORDS,
      'words of profiles',
    );
    if (words !== this.words) this.doubles = asDoubles(words);
    this.words = words;
    this.makeRoomToSign();
    this.write(row, subject, profile);
    return row;
  }

  replace(row: number, profile: SeekingProfile): void {
    this.freeSpill(row);
    this.write(row, this.subjectOf(row), profile);
  }

  remove(row: number): void {
    this.freeSpill(row);
    const base = row * at.PROFILE_WORDS;
    this.words.fill(0, base, base + at.PROFILE_WORDS);
    this.numbers.give(row);
  }

  skills(row: number): Span {
    const base = row * at.PROFILE_WORDS;
    const flags = this.words[base + at.FLAGS];
    return this.list(base, 0, base + at.SKILLS, flags & at.SKILL_COUNT);
  }

  /** Of a profile that is not spilled: in the second line of its row. */
  firstSkill(row: number): number {
    return this.words[row * at.PROFILE_WORDS + at.SKILLS];
  }

  occupations(row: number): Span {
    const base = row * at.PROFILE_WORDS;
    const flags = this.words[base + at.FLAGS];
    return this.list(base, 1, base + at.OCCUPATIONS, (flags >> at.OCCUPATION_SHIFT) & at.OCCUPATION_COUNT);
  }

  hidesFrom(row: number, employer: number): boolean {
    const base = row * at.PROFILE_WORDS;
    if ((this.words[base + at.FLAGS] & at.IS_SPILLED) === 0) return false;
    const { words, from, count } = this.list(base, 2, base, 0);
    return words.subarray(from, from + count).includes(employer);
  }

  /** The level code of a held skill; -1 for one that is not held. */
  levelOf(row: number, skill: number): number {
    const { words, from, count } = this.skills(row);
    for (let place = from; place < from + count; place++)
      if (words[place] >>> 3 === skill) return words[place] & 7;
    return -1;
  }

  save(): Saved<number> {
    const { facts, columns } = this.numbers.save();
    return { facts, columns: [this.words.subarray(0, facts * at.PROFILE_WORDS), ...columns] };
  }

  restore({ facts, columns: [words, ...rest] }: Saved<number>): void {
    this.numbers.restore({ facts, columns: rest });
    this.words = restored(words, this.words, MOST_SUBJECTS * at.PROFILE_WORDS);
    this.doubles = asDoubles(this.words);
    this.makeRoomToSign();
    for (let row = 0; row < this.numbers.end; row++) this.sign(row);
  }

  get bytes(): number {
    return 4 * (at.PROFILE_WORDS + SIGNATURE_WORDS) * this.numbers.end + this.numbers.bytes;
  }

  subjectOf(row: number): number {
    return this.words[row * at.PROFILE_WORDS + at.SUBJECT];
  }

  hintOf(row: number): number {
    return this.words[row * at.PROFILE_WORDS + at.HINT];
  }

  private write(row: number, subject: number, profile: SeekingProfile): void {
    const { words, doubles } = this;
    const base = row * at.PROFILE_WORDS;
    doubles[base / 2 + at.LATITUDE] = profile.latitude;
    doubles[base / 2 + at.LONGITUDE] = profile.longitude;
    doubles[base / 2 + at.RADIUS_KM] = profile.radiusKm;
    doubles[base / 2 + at.MINIMUM_PAY] = profile.minimumPay;
    words[base + at.HINT] = profileHint(profile);
    words[base + at.SUBJECT] = subject;
    const { skills, occupations, hiddenFrom } = profile;
    const isInline =
      skills.length <= at.ROOM_FOR_SKILLS &&
      occupations.length <= at.ROOM_FOR_OCCUPATIONS &&
      hiddenFrom.length === 0;
    words[base + at.FLAGS] = flagsOf(profile, isInline);
    if (isInline) {
      for (let n = 0; n < occupations.length; n++) words[base + at.OCCUPATIONS + n] = occupations[n];
      for (let n = 0; n < skills.length; n++) words[base + at.SKILLS + n] = skills[n];
    } else this.spill(base, profile);
    this.sign(row);
  }

  private sign(row: number): void {
    sign(this.skills(row), this.signatures, SIGNATURE_WORDS * row);
  }

  private makeRoomToSign(): void {
    const { signatures, numbers } = this;
    const most = SIGNATURE_WORDS * MOST_SUBJECTS;
    this.signatures = grown(
      signatures,
      SIGNATURE_WORDS * numbers.end,
      most,
      'signatures of profiles',
      this.elsewhere,
    );
  }

  private spill(base: number, { skills, occupations, hiddenFrom }: SeekingProfile): void {
    const lists = [
      skills.length,
      occupations.length,
      hiddenFrom.length,
      ...skills,
      ...occupations,
      ...hiddenFrom,
    ];
    const block = this.arena.take(WordArena.classFor(lists.length));
    this.arena.words.set(lists, block);
    this.words[base + at.SPILL] = block;
  }

  private freeSpill(row: number): void {
    const base = row * at.PROFILE_WORDS;
    if ((this.words[base + at.FLAGS] & at.IS_SPILLED) === 0) return;
    const block = this.words[base + at.SPILL];
    const [skills, occupations, hidden] = this.arena.words.subarray(block, block + at.SPILL_HEAD);
    this.arena.give(block, WordArena.classFor(at.SPILL_HEAD + skills + occupations + hidden));
  }

  /**
   * List 0 skills, 1 occupations, 2 hidden employers: where it stands in the row and how much of it, or where it
   * spilled to. One object is made either way, so that none is where the caller takes it apart.
   */
  private list(base: number, list: number, from: number, count: number): Span {
    const isSpilled = (this.words[base + at.FLAGS] & at.IS_SPILLED) !== 0;
    const block = this.words[base + at.SPILL];
    const { words } = isSpilled ? this.arena : this;
    return {
      words,
      from: isSpilled ? spilledFrom(words, block, list) : from,
      count: isSpilled ? words[block + list] : count,
    };
  }
}

function spilledFrom(words: Int32Array, block: number, list: number): number {
  let from = block + at.SPILL_HEAD;
  for (let before = 0; before < list; before++) from += words[block + before];
  return from;
}

function flagsOf(profile: SeekingProfile, isInline: boolean): number {
  const counts = isInline
    ? profile.skills.length | (profile.occupations.length << at.OCCUPATION_SHIFT)
    : at.IS_SPILLED;
  return (
    counts |
    (profile.hasPlace ? at.HAS_PLACE : 0) |
    (profile.visible ? at.IS_VISIBLE : 0) |
    (profile.wishesContract ? at.WISHES_CONTRACT : 0) |
    (profile.wishesHours ? at.WISHES_HOURS : 0) |
    (profile.alertThreshold << at.THRESHOLD_SHIFT)
  );
}
