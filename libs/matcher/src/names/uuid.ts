// A UUID as four 32-bit words, without a string in between.

/** By code of a character; -1 for what is no hexadecimal digit in lower case. */
const DIGITS = Int8Array.from({ length: 128 }, (_, code) =>
  '0123456789abcdef'.indexOf(String.fromCharCode(code)),
);
const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const HYPHEN = 45;
/** Turned around, unsigned numbers are ordered as signed ones. */
const SIGN = -(2 ** 31);
/** Where the groups of four digits begin: two make a word. */
const GROUPS = Uint8Array.of(0, 4, 9, 14, 19, 24, 28, 32);

/** Writes the words of a UUID to `into` and returns true; false for anything but 36 characters in lower case. */
export function parseUuid(text: string, into: Uint32Array): boolean {
  if (text.length !== 36) return false;
  let wrong =
    (text.charCodeAt(8) ^ HYPHEN) |
    (text.charCodeAt(13) ^ HYPHEN) |
    (text.charCodeAt(18) ^ HYPHEN) |
    (text.charCodeAt(23) ^ HYPHEN);
  for (let word = 0; word < 4; word++) {
    const high = fourDigits(text, GROUPS[2 * word]);
    const low = fourDigits(text, GROUPS[2 * word + 1]);
    wrong |= (high | low) >> 31;
    into[word] = (high << 16) | low;
  }
  return wrong === 0;
}

/** Negative where one is none. */
function fourDigits(text: string, at: number): number {
  return (
    (digitAt(text, at) << 12) |
    (digitAt(text, at + 1) << 8) |
    (digitAt(text, at + 2) << 4) |
    digitAt(text, at + 3)
  );
}

function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? DIGITS[code] : -1;
}

type Words = Uint32Array | Int32Array;

export function formatUuid(words: Words, from: number): string {
  const [a, b, c, d] = [words[from], words[from + 1], words[from + 2], words[from + 3]];
  return `${pair(a, 24)}${pair(a, 16)}${pair(a, 8)}${pair(a, 0)}-${pair(b, 24)}${pair(b, 16)}-${pair(b, 8)}${pair(b, 0)}-${pair(c, 24)}${pair(c, 16)}-${pair(c, 8)}${pair(c, 0)}${pair(d, 24)}${pair(d, 16)}${pair(d, 8)}${pair(d, 0)}`;
}

/** Sorts a few places of UUIDs, `offset` words before them, in their place: a call back for each comparison takes longer. */
export function sortFewByUuid(
  places: Int32Array,
  from: number,
  end: number,
  words: Int32Array,
  offset: number,
): void {
  for (let n = from + 1; n < end; n++) {
    const place = places[n];
    const first = words[place + offset] ^ SIGN;
    let at = n;
    for (; at > from; at--) {
      const other = places[at - 1];
      const otherFirst = words[other + offset] ^ SIGN;
      if (otherFirst < first) break;
      if (otherFirst === first && compareUuids(words, other + offset, words, place + offset) <= 0) break;
      places[at] = other;
    }
    places[at] = place;
  }
}

/** As code units compare the ids, below 0 where the first comes first. */
export function compareUuids(a: Words, atA: number, b: Words, atB: number): number {
  const [first, other] = [a[atA] ^ SIGN, b[atB] ^ SIGN];
  if (first !== other) return first < other ? -1 : 1;
  for (let n = 1; n < 4; n++) if (a[atA + n] !== b[atB + n]) return (a[atA + n] >>> 0) - (b[atB + n] >>> 0);
  return 0;
}

function pair(word: number, shift: number): string {
  return PAIRS[(word >>> shift) & 255];
}
