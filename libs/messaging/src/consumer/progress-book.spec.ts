import { ManualClock } from '@jobwire/kernel';
import { ProgressBook } from './progress-book.js';

const at = { topic: 'numbers.v1', partition: 0 };
let clock: ManualClock;
let book: ProgressBook;

beforeEach(() => {
  clock = new ManualClock();
  book = new ProgressBook(clock);
  book.open(at, 0, 0);
});

it('is content with a partition where nothing happens', () => {
  clock.advance(3_600_000);
  expect(book.stuck(60_000)).toEqual([]);
});

it('finds a partition stuck where something waits too long, counted from its arrival', () => {
  clock.advance(3_600_000);
  book.sawEnd(at, 3);
  clock.advance(50_000);
  expect(book.stuck(60_000)).toEqual([]);
  clock.advance(11_000);
  expect(book.stuck(60_000)).toMatchObject([{ ...at, position: 0, high: 3, lag: 3 }]);
});

it('is content again with any progress', () => {
  book.sawEnd(at, 3);
  clock.advance(61_000);
  book.moved(at, 1);
  expect(book.stuck(60_000)).toEqual([]);
  expect(book.all()).toMatchObject([{ lag: 2, lastProgressAt: clock.now() }]);
});

it('forgets what was given up', () => {
  book.closeAll();
  book.sawEnd(at, 3);
  expect(book.all()).toEqual([]);
});
