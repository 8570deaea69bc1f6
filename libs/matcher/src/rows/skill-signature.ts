// 64 bits that say which skills somebody can hold at all: one for each skill, shared by some two hundred of 13,000. A
// million people's take 8 MB, which the processor keeps near, and their rows 128: whoever lacks a skill that is needed is
// mostly passed over without a look at the row. It may say that a skill is held that is not, and never the other way.
import { LEVEL_BITS } from './profile-code.js';
import type { Span } from './profile-rows.js';

/** 32-bit words of a signature. */
export const SIGNATURE_WORDS = 2;
/** An odd factor that spreads neighbouring numbers (Knuth). */
const SPREAD = 0x9e3779b1;
const BITS = 6;

/** The bit of a skill, 0 to 63. */
export function signatureBit(skill: number): number {
  return Math.imul(skill, SPREAD) >>> (32 - BITS);
}

/** Sets the bits of held skills. */
export function sign({ words, from, count }: Span, signatures: Int32Array, at: number): void {
  let [low, high] = [0, 0];
  for (let n = from; n < from + count; n++) {
    const bit = signatureBit(words[n] >>> LEVEL_BITS);
    if (bit < 32) low |= 1 << bit;
    else high |= 1 << bit;
  }
  signatures[at] = low;
  signatures[at + 1] = high;
}
