import { z } from 'zod';
import { cursorOf, readCursor } from './cursor.js';

const Place = z.strictObject({ position: z.int(), id: z.string() });

it('goes out and comes back as it was', () => {
  const place = { position: 7, id: 'späße/+=' };
  expect(cursorOf(place)).toMatch(/^[\w-]+$/);
  expect(readCursor(cursorOf(place), Place)).toEqual(place);
});

it.each([
  '',
  'nonsense',
  '!!!',
  cursorOf(null),
  cursorOf({ position: 'x', id: 'a' }),
  cursorOf({ position: 1 }),
])('refuses %j, which is no cursor of this list', (cursor) => {
  const refused = expect.objectContaining({
    code: 'BAD_CURSOR',
    faults: [expect.objectContaining({ field: 'after' })],
  });
  expect(() => readCursor(cursor, Place)).toThrow(refused);
});
