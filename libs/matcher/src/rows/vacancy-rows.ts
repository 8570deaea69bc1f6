import { grown } from '../memory/grown.js';
import { MOST_SUBJECTS } from '../memory/limits.js';
import { restored } from '../snapshot/restored.js';
import type { Saved, Saving } from '../snapshot/saved.js';
import { WordArena } from '../memory/word-arena.js';
import type { AskedSkill } from './asked-skills.js';
import { degreesOf, stepsOf } from './earth.js';
import type { OpenVacancy } from './open-vacancy.js';
import type { Span } from './span.js';
import { RowNumbers } from './row-numbers.js';
import { vacancyHint } from './vacancy-hint.js';
import * as at from './vacancy-row.js';

const MOST_PLAIN_PAY = 2 ** 32 - 1;

/** The truth about every open vacancy, one row each. */
export class VacancyRows implements Saving<number> {
  words = new Int32Array(0);
  readonly numbers = new RowNumbers();
  /** Kept so that the reads ahead are not optimised away. */
  private touched = 0;

  constructor(readonly arena: WordArena) {}

  add(subject: number, vacancy: OpenVacancy): number {
    const row = this.numbers.take();
    this.words = grown(
      this.words,
      this.numbers.end * at.VACANCY_WORDS,
      MOST_SUBJECTS * at.VACANCY_WORDS,
      'words of vacancies',
    );
    this.write(row, subject, vacancy);
    return row;
  }

  replace(row: number, vacancy: OpenVacancy): void {
    this.freeBlock(row);
    this.write(row, this.subjectOf(row), vacancy);
  }

  remove(row: number): void {
    this.freeBlock(row);
    const base = row * at.VACANCY_WORDS;
    this.words.fill(0, base, base + at.VACANCY_WORDS);
    this.numbers.give(row);
  }

  asked(row: number): Span {
    const base = row * at.VACANCY_WORDS;
    const flags = this.words[base + at.FLAGS];
    const aside = (flags & at.PAY_IS_ASIDE) === 0 ? 0 : at.ASIDE_WORDS;
    return {
      words: this.arena.words,
      from: this.words[base + at.BLOCK] + aside,
      count: flags >>> at.ASKED_SHIFT,
    };
  }

  /** Degrees. */
  latitude(row: number): number {
    return degreesOf(this.words[row * at.VACANCY_WORDS + at.LATITUDE]);
  }

  longitude(row: number): number {
    return degreesOf(this.words[row * at.VACANCY_WORDS + at.LONGITUDE]);
  }

  /** Reads ahead what `asked` is about to read. */
  touchAsked(row: number): void {
    this.touched ^= this.arena.words[this.words[row * at.VACANCY_WORDS + at.BLOCK]];
  }

  /** Pounds a year; undefined where no pay is stated. */
  payTop(row: number): number | undefined {
    return this.pay(row, at.HAS_PAY, at.PAY_TOP, 1);
  }

  payBottom(row: number): number | undefined {
    return this.pay(row, at.HAS_BOTTOM, at.PAY_BOTTOM, 0);
  }

  save(): Saved<number> {
    const { facts, columns } = this.numbers.save();
    return { facts, columns: [this.words.subarray(0, facts * at.VACANCY_WORDS), ...columns] };
  }

  restore({ facts, columns: [words, ...rest] }: Saved<number>): void {
    this.numbers.restore({ facts, columns: rest });
    this.words = restored(words, this.words, MOST_SUBJECTS * at.VACANCY_WORDS);
  }

  get bytes(): number {
    return 4 * at.VACANCY_WORDS * this.numbers.end + this.numbers.bytes;
  }

  subjectOf(row: number): number {
    return this.words[row * at.VACANCY_WORDS + at.SUBJECT];
  }

  hintOf(row: number): number {
    return this.words[row * at.VACANCY_WORDS + at.HINT];
  }

  private pay(row: number, has: number, word: number, double: number): number | undefined {
    const base = row * at.VACANCY_WORDS;
    const flags = this.words[base + at.FLAGS];
    if ((flags & has) === 0) return undefined;
    if ((flags & at.PAY_IS_ASIDE) === 0) return this.words[base + word] >>> 0;
    return doublesOf(this.arena.words, this.words[base + at.BLOCK])[double];
  }

  private write(row: number, subject: number, vacancy: OpenVacancy): void {
    const { words } = this;
    const base = row * at.VACANCY_WORDS;
    const { payTop = 0, payBottom = 0 } = vacancy;
    const isPlain = isPlainPay(payTop) && isPlainPay(payBottom);
    words[base + at.LATITUDE] = stepsOf(vacancy.latitude);
    words[base + at.LONGITUDE] = stepsOf(vacancy.longitude);
    words[base + at.PAY_BOTTOM] = payBottom;
    words[base + at.PAY_TOP] = payTop;
    words[base + at.FLAGS] = flagsOf(vacancy, isPlain);
    words[base + at.OCCUPATION] = vacancy.occupation;
    words[base + at.EMPLOYER] = vacancy.employer;
    words[base + at.HINT] = vacancyHint(vacancy);
    words[base + at.SUBJECT] = subject;
    words[base + at.BLOCK] = this.block(vacancy.asked, isPlain ? [] : wordsOf([payBottom, payTop]));
  }

  private block(asked: readonly AskedSkill[], aside: Iterable<number>): number {
    const content = [...aside, ...asked.map(askedWord)];
    const block = this.arena.take(WordArena.classFor(content.length));
    this.arena.words.set(content, block);
    return block;
  }

  private freeBlock(row: number): void {
    const { from, count } = this.asked(row);
    const block = this.words[row * at.VACANCY_WORDS + at.BLOCK];
    this.arena.give(block, WordArena.classFor(from - block + count));
  }
}

function askedWord({ skill, required, mustHave, drive, worth }: AskedSkill): number {
  return (
    (skill << at.SKILL_SHIFT) |
    (worth << at.WORTH_SHIFT) |
    (drive << at.DRIVE_SHIFT) |
    (required ? at.REQUIRED : 0) |
    (mustHave ? at.MUST_HAVE : 0)
  );
}

function flagsOf(vacancy: OpenVacancy, isPlain: boolean): number {
  return (
    vacancy.hours |
    (vacancy.contract << at.CONTRACT_SHIFT) |
    (vacancy.hasPlace ? at.HAS_PLACE : 0) |
    (vacancy.nationwide ? at.IS_NATIONWIDE : 0) |
    (vacancy.fullyRemote ? at.IS_REMOTE : 0) |
    (vacancy.payTop === undefined ? 0 : at.HAS_PAY) |
    (vacancy.payBottom === undefined ? 0 : at.HAS_BOTTOM) |
    (isPlain ? 0 : at.PAY_IS_ASIDE) |
    (vacancy.asked.length << at.ASKED_SHIFT)
  );
}

function isPlainPay(pay: number): boolean {
  return Number.isInteger(pay) && pay >= 0 && pay <= MOST_PLAIN_PAY;
}

function wordsOf(numbers: readonly number[]): Int32Array {
  return new Int32Array(Float64Array.from(numbers).buffer);
}

function doublesOf(words: Int32Array, from: number): Float64Array {
  return new Float64Array(words.slice(from, from + at.ASIDE_WORDS).buffer);
}
