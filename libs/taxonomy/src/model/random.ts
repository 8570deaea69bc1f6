// A name looked up in `Math` millions of times takes a second under Jest, whose modules have a global of their own.
const { imul } = Math;

/** Numbers in [0, 1) that are the same for the same seed (mulberry32), so that a build can be repeated. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
