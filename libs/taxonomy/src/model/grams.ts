const { imul } = Math;

/** Buckets that character n-grams of words fall into. */
export const gramBuckets = 1 << 15;

/** FNV-1a, 32 bits. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** The buckets of a word's character n-grams of 3 to 5, with its ends marked, as fastText takes them. */
export function gramsOf(word: string): number[] {
  const marked = `<${word}>`;
  const buckets: number[] = [];
  for (let length = 3; length <= 5; length += 1)
    for (let at = 0; at + length <= marked.length; at += 1)
      buckets.push(hash(marked.slice(at, at + length)) % gramBuckets);
  return buckets.length > 0 ? buckets : [hash(marked) % gramBuckets];
}
