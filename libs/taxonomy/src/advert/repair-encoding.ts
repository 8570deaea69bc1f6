// Undoes Windows-1252 that was read as Latin-1 (its dashes and quotes are control characters there), and UTF-8 that was read as Windows-1252 and written as UTF-8 again: "â€¢" was a bullet, "Â£" a pound sign.

// What Windows-1252 shows for the bytes 0x80 to 0x9f; the five it leaves out stand for themselves.
const shown =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';
const byteOf = new Map(Array.from(shown, (sign, at) => [sign, 0x80 + at]));
const follower = `[\\u0080-\\u00bf${shown}]`;
const damaged = new RegExp(
  `[\\u00c2-\\u00df]${follower}|[\\u00e0-\\u00ef]${follower}{2}|\\u00f0${follower}{3}`,
  'g',
);
const decoder = new TextDecoder('utf-8', { fatal: true });

function repaired(found: string): string {
  const bytes = Uint8Array.from(found, (sign) => byteOf.get(sign) ?? sign.charCodeAt(0));
  try {
    return decoder.decode(bytes);
  } catch {
    return found;
  }
}

/** Text with double-encoded signs mended, however often, and those of Windows-1252; whole text stays as it is. */
export function repairEncoding(text: string): string {
  const once = text.replaceAll(damaged, repaired);
  const twice = once === text ? text : once.replaceAll(damaged, repaired);
  return twice.replaceAll(/[\u0080-\u009f]/g, (sign) => shown[sign.charCodeAt(0) - 0x80] ?? sign);
}
