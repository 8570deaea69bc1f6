// AssemblyScript: the same as src/loops/plain-loops.ts, four postings at a time. `npm run wasm` makes
// src/loops/wasm-module.ts of it.
import {
  ARENA_AT,
  BLOCK,
  CELL,
  DESK_AT,
  EAST_WEIGHT,
  ENOUGH_PASSED,
  GUARDS,
  HEAD_COUNT,
  HEAD_MARKS,
  HEADS,
  LIMIT_SHIFT,
  LIMITS,
  MARKS,
  MASK,
  NEEDED,
  NEXT,
  NORTH,
  NORTH_WEIGHT,
  PASSED,
  PLACELESS,
  PLACES,
  READ_AHEAD,
  READ_AT_ONCE,
  ROW_MASK,
  SIGNATURES_AT,
  SUM,
} from '../src/loops/desk-layout';

/** Bytes of a cache line; half of all blocks end within three. */
const LINE: usize = 64;
const STARTS: usize = 3 * LINE;
/** Bytes before the first posting of a block. */
const BLOCK_HEAD: usize = 8;
const BLOCK_HEAD_WORDS: i32 = 2;
const POSTING_SHIFT: i32 = 3;
const POSTINGS: usize = 4 << POSTING_SHIFT;
/** What is left of a hint above its lowest, or before its highest, nine bits. */
const CELL_SHIFT: i32 = 23;

/** By which of four passed: where in a vector their words are, those that passed first. */
// oxfmt-ignore
const CHOICES = memory.data<u8>([
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  4, 5, 6, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 4, 5, 6, 7, 0, 0, 0, 0, 0, 0, 0, 0,
  8, 9, 10, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 8, 9, 10, 11, 0, 0, 0, 0, 0, 0, 0, 0,
  4, 5, 6, 7, 8, 9, 10, 11, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 0, 0, 0,
  12, 13, 14, 15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 12, 13, 14, 15, 0, 0, 0, 0, 0, 0, 0, 0,
  4, 5, 6, 7, 12, 13, 14, 15, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 4, 5, 6, 7, 12, 13, 14, 15, 0, 0, 0, 0,
  8, 9, 10, 11, 12, 13, 14, 15, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 8, 9, 10, 11, 12, 13, 14, 15, 0, 0, 0, 0,
  4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 0, 0, 0,
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
]);

/** V8 makes a constant vector anew wherever it is used, so the loop takes these from here. */
const BY_FOUR_BYTES = memory.data<u8>([4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4]);
const FOUR_BYTES = memory.data<u8>([0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3]);
const SIXTEENS = memory.data<u8>([16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16]);
const SEVENS = memory.data<i32>([7, 7, 7, 7]);
const STEPS = memory.data<i32>([0, 2, 4, 6]);
const GROUPS = memory.data<i32>([8, 8, 8, 8]);

/** The starts of all first blocks, then the rest of these: see plain-loops.ts. */
export function touch(): void {
  const heads = word(HEAD_COUNT);
  let touched = 0;
  for (let n = 0; n < heads; n++) {
    const start = inArena(word(HEADS + n));
    touched ^= load<i32>(start) ^ load<i32>(start, LINE) ^ load<i32>(start, 2 * LINE);
  }
  setWord(READ_AHEAD, touched);
  for (let n = 0; n < heads; n++) touchRest(inArena(word(HEADS + n)), STARTS);
}

export function scan(): i32 {
  const cell = everywhere(CELL);
  const north = everywhere(NORTH);
  const eastWeight = everywhere(EAST_WEIGHT);
  const northWeight = everywhere(NORTH_WEIGHT);
  const mask = everywhere(MASK);
  const sum = everywhere(SUM);
  const guards = everywhere(GUARDS);
  const placeless = everywhere(PLACELESS);
  const nearLimits = v128.load(address(LIMITS));
  const farLimits = v128.load(address(LIMITS + 4));
  const none = i32x4.splat(0);
  const byFourBytes = v128.load(BY_FOUR_BYTES);
  const fourBytes = v128.load(FOUR_BYTES);
  const sixteens = v128.load(SIXTEENS);
  const sevens = v128.load(SEVENS);
  const steps = v128.load(STEPS);
  const groups = v128.load(GROUPS);
  const heads = word(HEAD_COUNT);
  const full = address(PLACES + ENOUGH_PASSED);
  let next = word(NEXT);
  let block = word(BLOCK);
  let mark = everywhere(next == 0 ? HEAD_MARKS : HEAD_MARKS + next - 1);
  let passed = address(PLACES + word(PASSED));
  let scanned = 0;
  while (scanned < READ_AT_ONCE && passed <= full) {
    if (block == 0) {
      if (next == heads) break;
      block = word(HEADS + next);
      mark = everywhere(HEAD_MARKS + next);
      next++;
      continue;
    }
    const start = inArena(block);
    const end = endOf(start);
    let places = i32x4.add(i32x4.splat(block + BLOCK_HEAD_WORDS), steps);
    for (let at = start + BLOCK_HEAD; at < end; at += POSTINGS) {
      const hints = v128.shuffle<i32>(v128.load(at), v128.load(at, 16), 1, 3, 5, 7);
      const east = i32x4.shr_s(i32x4.shl(i32x4.sub(hints, cell), CELL_SHIFT), CELL_SHIFT);
      const up = i32x4.shr_s(i32x4.sub(hints, north), CELL_SHIFT);
      const across = i32x4.mul(i32x4.mul(east, east), eastWeight);
      const squared = i32x4.add(across, i32x4.mul(i32x4.mul(up, up), northWeight));
      // The limit's four bytes, of which the first is at four times the three bits.
      const limitAt = i32x4.add(
        i32x4.mul(v128.and(i32x4.shr_u(hints, LIMIT_SHIFT), sevens), byFourBytes),
        fourBytes,
      );
      const limit = v128.or(
        i8x16.swizzle(nearLimits, limitAt),
        i8x16.swizzle(farLimits, i8x16.sub(limitAt, sixteens)),
      );
      const isFar = v128.and(i32x4.gt_s(squared, limit), i32x4.eq(v128.and(hints, placeless), none));
      const isFit = i32x4.eq(v128.and(i32x4.sub(sum, v128.and(hints, mask)), guards), none);
      let which = i32x4.bitmask(v128.andnot(isFit, isFar));
      const left = <i32>(end - at) >> POSTING_SHIFT;
      if (left < 4) which &= (1 << left) - 1;
      // Relaxed is the same everywhere for places below 16.
      v128.store(passed, i8x16.relaxed_swizzle(places, v128.load(CHOICES + ((<usize>which) << 4))));
      v128.store(passed, mark, 4 * (MARKS - PLACES));
      passed += (<usize>popcnt(which)) << 2;
      places = i32x4.add(places, groups);
    }
    scanned += <i32>(end - start - BLOCK_HEAD) >> POSTING_SHIFT;
    block = load<i32>(start);
    if (block != 0) touchRest(inArena(block), 0);
  }
  setWord(NEXT, next);
  setWord(BLOCK, block);
  setWord(PASSED, <i32>((passed - address(PLACES)) >> 2));
  return scanned;
}

export function sift(): void {
  const needed = load<u64>(address(NEEDED));
  const end = address(PLACES + word(PASSED));
  let kept = address(PLACES);
  for (let at = kept; at < end; at += 4) {
    const place = load<i32>(at);
    const row = load<i32>(inArena(place)) & ROW_MASK;
    const lacks = ~load<u64>(((<usize>row) << 3) + <usize>SIGNATURES_AT) & needed;
    store<i32>(kept, place);
    store<i32>(kept, load<i32>(at, 4 * (MARKS - PLACES)), 4 * (MARKS - PLACES));
    kept += (<usize>(lacks == 0)) << 2;
  }
  setWord(PASSED, <i32>((kept - address(PLACES)) >> 2));
}

function touchRest(start: usize, from: usize): void {
  const end = endOf(start);
  let touched = 0;
  for (let at = start + from; at < end; at += LINE) touched ^= load<i32>(at);
  setWord(READ_AHEAD, touched);
}

function inArena(place: i32): usize {
  return <usize>ARENA_AT + ((<usize>place) << 2);
}

function endOf(start: usize): usize {
  return start + ((<usize>(load<i32>(start, 4) & 0xffff)) << 2);
}

function address(at: i32): usize {
  return <usize>DESK_AT + ((<usize>at) << 2);
}

function word(at: i32): i32 {
  return load<i32>(address(at));
}

function everywhere(at: i32): v128 {
  return v128.load_splat<i32>(address(at));
}

function setWord(at: i32, value: i32): void {
  store<i32>(address(at), value);
}
