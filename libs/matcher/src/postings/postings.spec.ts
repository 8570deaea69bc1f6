import * as fc from 'fast-check';
import { NumberList } from '../memory/number-list.js';
import { WordArena } from '../memory/word-arena.js';
import { BLOCK_HEAD, MOST_IN_BLOCK } from './posting-lists.js';
import { POSTING_WORDS } from './posting.js';
import { Postings } from './postings.js';

/** The hint is the territory itself. */
const aPosting = fc.record({ key: fc.nat({ max: 2 }), territory: fc.nat({ max: 40 }) });

function read(postings: Postings, key: number, territories: readonly number[]): number[] {
  const [wanted, heads] = [new NumberList(), new NumberList()];
  for (const territory of territories) wanted.push(territory);
  postings.gather(key, wanted, heads);
  const { words } = postings.arena;
  const rows: number[] = [];
  for (const head of heads.items.subarray(0, heads.count))
    for (let block = head; block !== 0; block = words[block]) {
      const end = block + (words[block + 1] & 0xffff);
      for (let at = block + BLOCK_HEAD; at < end; at += POSTING_WORDS) rows.push(words[at]);
    }
  return rows.toSorted((a, b) => a - b);
}

it('finds every posting of a territory, before and after lists are divided', () => {
  fc.assert(
    fc.property(fc.array(aPosting, { minLength: 1, maxLength: 2000, size: 'max' }), (history) => {
      const postings = new Postings(new WordArena(), (hint) => hint, 64);
      history.forEach(({ key, territory }, row) => postings.add(key, row, territory));
      const { territories } = postings;
      for (const { key, territory } of history.slice(-5)) {
        const wanted = history.flatMap((one, row) =>
          one.key === key && one.territory === territory ? [row] : [],
        );
        expect(read(postings, key, [territories.numberOf(territory)])).toEqual(
          expect.arrayContaining(wanted),
        );
        const all = Array.from({ length: territories.count }, (_, number) => number);
        const everybody = history.flatMap((one, row) => (one.key === key ? [row] : []));
        expect(read(postings, key, all)).toEqual(everybody);
        expect(postings.countOf(key)).toBe(everybody.length);
      }
    }),
    { numRuns: 50 },
  );
});

it('reads a tenth of a long list for a tenth of the territories', () => {
  const postings = new Postings(new WordArena(), (hint) => hint, 64);
  for (let row = 0; row < 10_000; row++) postings.add(7, row, row % 10);
  expect(read(postings, 7, [postings.territories.numberOf(3)])).toHaveLength(1000);
});

it('puts no more into one block than a search has room for', () => {
  const postings = new Postings(new WordArena(), () => 0, Infinity);
  let most = 0;
  for (let row = 0; row < 10_000; row++) {
    const list = postings.add(7, row, 0);
    const { words } = postings.arena;
    for (let block = postings.lists.headOf(list); block !== 0; block = words[block])
      most = Math.max(most, ((words[block + 1] & 0xffff) - BLOCK_HEAD) / POSTING_WORDS);
  }
  expect(most).toBe(MOST_IN_BLOCK);
});
