import * as fc from 'fast-check';
import { MOST_SUBJECTS, MOST_WORDS } from '../memory/limits.js';
import { WordArena } from '../memory/word-arena.js';
import { MOST_IN_BLOCK, PostingLists } from '../postings/posting-lists.js';
import { ROW_BITS, ROW_MASK } from '../postings/posting.js';
import { ANYWHERE, NOWHERE } from '../rows/cells.js';
import { RADIUS_SHIFT } from '../rows/profile-hint.js';
import { Desk } from './desk.js';
import * as at from './desk-layout.js';
import type { Loops } from './loops.js';
import { PlainLoops } from './plain-loops.js';
import { SharedMemory } from './shared-memory.js';
import { Workplace } from './workplace.js';

const ROWS = 3000;
/** What no block has room for, and what one has. */
const LENGTHS = [
  0,
  1,
  2,
  3,
  4,
  5,
  7,
  40,
  41,
  42,
  43,
  MOST_IN_BLOCK,
  MOST_IN_BLOCK + 1,
  2 * MOST_IN_BLOCK + 3,
];

const words = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
/** Cells near enough to each other, so that some are within a limit; every other bit as it comes. */
const hint = words.map((word) => word & 0x3fffff & ~0x1f0);
const limit = fc.oneof(fc.constantFrom(NOWHERE, ANYWHERE), fc.nat({ max: 200_000 }));
const filters = fc
  .record({ fixed: fc.array(words, { minLength: 8, maxLength: 8 }), weights: fc.nat({ max: 6000 }) })
  .chain(({ fixed, weights }) =>
    fc.record({
      cell: hint,
      weights: fc.constant(weights),
      // Few bits, so that some pass.
      mask: fc.constant(fixed[0] & fixed[1] & fixed[2]),
      guards: fc.constant(fixed[3] & fixed[4] & fixed[5] & fixed[6] & 0x7fffffff),
      sum: fc.constant(fixed[7]),
      placeless: fc.constantFrom(0, 1 << 12, (1 << 12) | (1 << 18)),
      limits: fc.array(limit, { minLength: 8, maxLength: 8 }),
      needed: fc.tuple(words, words).map(([low, high]) => [low & fixed[0] & 0xff, high & fixed[1] & 0xff]),
    }),
  );
const lengthsOfLists = fc.array(fc.constantFrom(...LENGTHS), { minLength: 0, maxLength: 9 });

type Filter = typeof filters extends fc.Arbitrary<infer F> ? F : never;

/** One arena that both read, and a desk for each. */
class Twins {
  readonly plain: { readonly desk: Desk; readonly loops: Loops };
  readonly shared: Workplace;
  readonly heads: number[] = [];
  private readonly memory = new SharedMemory(0);
  private readonly arena = new WordArena(this.memory.arena);
  private readonly lists = new PostingLists(this.arena);
  private readonly rows = { signatures: new Int32Array(0) };

  constructor() {
    const desk = new Desk(new ArrayBuffer(4 * at.DESK_WORDS), 0);
    const sources = { arena: this.arena, rows: this.rows };
    this.plain = { desk, loops: new PlainLoops(desk, sources) };
    this.shared = new Workplace(sources, this.memory);
    const signatures = this.memory.signatures.reserve();
    if (signatures === undefined) throw new Error('There is no WebAssembly here.');
    this.rows.signatures = signatures;
  }

  fill(lengths: readonly number[], random: () => number): void {
    for (let n = 0; n < 2 * ROWS; n++) this.rows.signatures[n] = random() | random();
    for (const length of lengths) {
      const list = this.lists.create(1);
      for (let n = 0; n < length; n++)
        this.lists.add(
          list,
          (random() << ROW_BITS) | ((random() >>> 0) % ROWS),
          random() & 0x3fffff & ~0x1f0,
        );
      this.heads.push(this.lists.headOf(list));
    }
  }

  get desks(): readonly Desk[] {
    return [this.plain.desk, this.shared.desk];
  }

  ask(filter: Filter): void {
    this.shared.tidy();
    for (const desk of this.desks) {
      desk.clear();
      layFilter(desk.words, filter);
      desk.heads.set(this.heads);
      desk.headMarks.set(this.heads.map((_, n) => 3 * n - 5));
      desk.lay(this.heads.length);
    }
    this.plain.loops.touch();
    this.shared.loops.touch();
  }
}

function layFilter(desk: Int32Array, filter: Filter): void {
  desk[at.CELL] = filter.cell;
  desk[at.NORTH] = filter.cell & (-1 << 23);
  desk[at.EAST_WEIGHT] = desk[at.NORTH_WEIGHT] = filter.weights;
  desk[at.MASK] = filter.mask;
  desk[at.SUM] = filter.sum;
  desk[at.GUARDS] = filter.guards;
  desk[at.PLACELESS] = filter.placeless;
  desk.set(filter.limits, at.LIMITS);
  desk.set(filter.needed, at.NEEDED);
}

/** All that says how far it has come. */
function stateOf(desk: Desk) {
  const { words: all, places, marks, passed } = desk;
  return {
    read: [all[at.NEXT], all[at.BLOCK], desk.isRead],
    places: Array.from(places.subarray(0, passed)),
    marks: Array.from(marks.subarray(0, passed)),
  };
}

let passing = 0;
let sifted = 0;

it('does the same in WebAssembly as in plain code, stop by stop', () => {
  fc.assert(
    fc.property(lengthsOfLists, filters, fc.infiniteStream(words), (lengths, filter, stream) => {
      const twins = new Twins();
      twins.fill(lengths, () => stream.next().value);
      twins.ask(filter);
      const { plain, shared } = twins;
      expect(shared.loops).not.toBeInstanceOf(PlainLoops);
      for (let stops = 0; stops < 100; stops++) {
        expect(shared.loops.scan()).toBe(plain.loops.scan());
        expect(stateOf(shared.desk)).toEqual(stateOf(plain.desk));
        passing += plain.desk.passed;
        plain.loops.sift();
        shared.loops.sift();
        expect(stateOf(shared.desk)).toEqual(stateOf(plain.desk));
        sifted += plain.desk.passed;
        for (const desk of twins.desks) desk.passed = 0;
        if (plain.desk.isRead) break;
      }
      expect(plain.desk.isRead).toBe(true);
    }),
    { numRuns: 200 },
  );
  // Or nothing was compared.
  expect(passing).toBeGreaterThan(10_000);
  expect(sifted).toBeGreaterThan(100);
  expect(sifted).toBeLessThan(passing);
});

it('lays things out as the limits of the index say', () => {
  expect(at.SIGNATURES_AT - at.ARENA_AT).toBe(4 * MOST_WORDS);
  expect(at.SIGNATURES_AT + 8 * MOST_SUBJECTS).toBeLessThan(2 ** 32);
  expect(at.DESK_AT + 4 * at.DESK_WORDS).toBeLessThan(at.ARENA_AT);
  expect(at.MOST_PASSED).toBeGreaterThan(at.ENOUGH_PASSED + MOST_IN_BLOCK + 3);
  expect(at.LIMIT_SHIFT).toBe(RADIUS_SHIFT);
  expect(at.ROW_MASK).toBe(ROW_MASK);
});

it('stays with plain code where there is no WebAssembly', () => {
  const place = globalThis as { WebAssembly?: unknown };
  const { WebAssembly: kept } = place;
  place.WebAssembly = undefined;
  try {
    const memory = new SharedMemory(0);
    const arena = new WordArena(memory.arena);
    const workplace = new Workplace({ arena, rows: { signatures: new Int32Array(0) } }, memory);
    expect(arena.words).toHaveLength(MOST_WORDS);
    const lists = new PostingLists(arena);
    const list = lists.create(1);
    lists.add(list, 7, 0);
    workplace.tidy();
    expect(workplace.sharedBytes).toBe(0);
    workplace.desk.words.fill(ANYWHERE, at.LIMITS, at.LIMITS + 8);
    workplace.desk.heads[0] = lists.headOf(list);
    workplace.desk.lay(1);
    expect(workplace.loops.scan()).toBe(1);
    expect(workplace.loops).toBeInstanceOf(PlainLoops);
    expect(arena.words[workplace.desk.places[0]]).toBe(7);
  } finally {
    place.WebAssembly = kept;
  }
});
