// 64 bits that say which skills somebody can hold at all, two for each (a Bloom filter). A million people's take 8 MB,
// which the processor keeps near, and their rows 128: whoever lacks a skill that is needed is mostly passed over without
// a look at the row. Of people with 13 skills it takes one in twelve for a holder of a skill that they lack, with one
// bit a skill it would be one in five. It never says that a held skill is not.
import { LEVEL_BITS } from './profile-code.js';
import type { Span } from './span.js';

/** 32-bit words of a signature. */
export const SIGNATURE_WORDS = 2;
const BITS = 6;

/** Bits of one or more skills. */
export class Signature {
  low = 0;
  high = 0;

  clear(): void {
    this.low = this.high = 0;
  }

  /** Two odd factors spread neighbouring numbers, each in its own way. */
  add(skill: number): void {
    this.set(Math.imul(skill, 0x9e3779b1) >>> (32 - BITS));
    this.set(Math.imul(skill, 0x85ebca6b) >>> (32 - BITS));
  }

  private set(bit: number): void {
    if (bit < 32) this.low |= 1 << bit;
    else this.high |= 1 << bit;
  }
}

const signature = new Signature();

/** Writes the signature of who holds these. */
export function sign({ words, from, count }: Span, signatures: Int32Array, at: number): void {
  signature.clear();
  for (let n = from; n < from + count; n++) signature.add(words[n] >>> LEVEL_BITS);
  signatures[at] = signature.low;
  signatures[at + 1] = signature.high;
}
