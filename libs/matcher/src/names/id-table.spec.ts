import * as fc from 'fast-check';
import { IdTable } from './id-table.js';

const ids = fc.oneof(
  fc.uuid(),
  fc
    .integer({ min: 0, max: 40 })
    .map((n) => `00000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`),
  fc.constantFrom('v1', 'v2', '', 'PROFILE', '00000000-0000-4000-8000-00000000000G'),
);

const steps = fc.array(fc.record({ id: ids, isGone: fc.integer({ min: 0, max: 3 }).map((n) => n === 0) }), {
  maxLength: 400,
  size: 'max',
});

it('knows exactly the ids that a map knows, through growth and forgetting', () => {
  fc.assert(
    fc.property(steps, (history) => {
      const table = new IdTable(1);
      const truth = new Map<string, number>();
      for (const { id, isGone } of history) {
        const known = truth.get(id);
        expect(table.find(id)).toBe(known ?? -1);
        if (isGone && known !== undefined) {
          table.forget(known);
          truth.delete(id);
        } else if (known === undefined) truth.set(id, table.add(id));
      }
      for (const [id, number] of truth) expect([table.find(id), table.idOf(number)]).toEqual([number, id]);
      expect(new Set(truth.values()).size).toBe(truth.size);
    }),
  );
});

it('takes a UUID in capitals for another id, as it is another string', () => {
  const table = new IdTable(1);
  table.add('abcdefab-0000-4000-8000-000000000001');
  expect(table.find('ABCDEFAB-0000-4000-8000-000000000001')).toBe(-1);
});

const countedId = (n: number) => `${n.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;

it('keeps a hundred thousand ids apart while it grows a few slots at a time', () => {
  const table = new IdTable(1);
  const numbers = Array.from({ length: 100_000 }, (_, n) => n);
  for (const n of numbers) table.add(countedId(n));
  for (let n = 0; n < numbers.length; n += 2) table.forget(n);
  const wrong = numbers.filter((n) => table.find(countedId(n)) !== (n % 2 === 0 ? -1 : n));
  expect(wrong).toEqual([]);
});
