// A UUID as four 32-bit words, without a string in between.

const DIGITS = Int8Array.from({ length: 128 }, (_, code) => {
  const at = '0123456789abcdef'.indexOf(String.fromCharCode(code));
  return at;
});
const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const HYPHEN = 45;
/** Where each word's eight digits stand: 8-4-4-4-12. */
const AT = [
  [0, 1, 2, 3, 4, 5, 6, 7],
  [9, 10, 11, 12, 14, 15, 16, 17],
  [19, 20, 21, 22, 24, 25, 26, 27],
  [28, 29, 30, 31, 32, 33, 34, 35],
].flat();

/** Writes the words of a UUID to `into` and returns true; false for anything but 36 characters in lower case. */
export function parseUuid(text: string, into: Uint32Array): boolean {
  if (text.length !== 36) return false;
  for (const at of [8, 13, 18, 23]) if (text.charCodeAt(at) !== HYPHEN) return false;
  for (let word = 0, digit = 0; word < 4; word++) {
    let value = 0;
    for (const end = digit + 8; digit < end; digit++) {
      const code = text.charCodeAt(AT[digit]);
      const nibble = code < 128 ? DIGITS[code] : -1;
      if (nibble < 0) return false;
      value = (value << 4) | nibble;
    }
    into[word] = value;
  }
  return true;
}

type Words = Uint32Array | Int32Array;

export function formatUuid(words: Words, from: number): string {
  const [a, b, c, d] = [words[from], words[from + 1], words[from + 2], words[from + 3]];
  return `${pair(a, 24)}${pair(a, 16)}${pair(a, 8)}${pair(a, 0)}-${pair(b, 24)}${pair(b, 16)}-${pair(b, 8)}${pair(b, 0)}-${pair(c, 24)}${pair(c, 16)}-${pair(c, 8)}${pair(c, 0)}${pair(d, 24)}${pair(d, 16)}${pair(d, 8)}${pair(d, 0)}`;
}

/** As code units compare the ids, below 0 where the first comes first. */
export function compareUuids(a: Words, atA: number, b: Words, atB: number): number {
  for (let n = 0; n < 4; n++) if (a[atA + n] !== b[atB + n]) return (a[atA + n] >>> 0) - (b[atB + n] >>> 0);
  return 0;
}

function pair(word: number, shift: number): string {
  return PAIRS[(word >>> shift) & 255];
}
