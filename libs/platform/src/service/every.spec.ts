import { jest } from '@jest/globals';
import { UnavailableError } from '@jobwire/kernel';
import { silentLogger } from '../logging/logger.js';
import { every } from './every.js';

const PAUSE = 100;
beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('works again and again, and stops', async () => {
  let turns = 0;
  const stop = every(PAUSE, 'test', async () => void turns++, silentLogger());
  await jest.advanceTimersByTimeAsync(3 * PAUSE);
  expect(turns).toBe(3);
  await stop();
  await jest.advanceTimersByTimeAsync(3 * PAUSE);
  expect(turns).toBe(3);
});

it('never begins a turn before the last one has ended, and then pauses', async () => {
  let running = 0;
  let most = 0;
  let turns = 0;
  const slow = async (): Promise<void> => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 10 * PAUSE));
    running--;
    turns++;
  };
  const stop = every(PAUSE, 'test', slow, silentLogger());
  await jest.advanceTimersByTimeAsync(33 * PAUSE);
  expect([most, turns]).toEqual([1, 3]);
  await stop();
});

it('goes on after a failure', async () => {
  let turns = 0;
  const stop = every(
    PAUSE,
    'test',
    async () => {
      if (++turns === 1) throw new Error('away');
    },
    silentLogger(),
  );
  await jest.advanceTimersByTimeAsync(2 * PAUSE);
  expect(turns).toBe(2);
  await stop();
});

it('waits for the turn in hand when it is stopped', async () => {
  const hand = Promise.withResolvers<void>();
  let ended = false;
  const stop = every(PAUSE, 'test', () => hand.promise, silentLogger());
  await jest.advanceTimersByTimeAsync(PAUSE);
  const stopped = stop().then(() => (ended = true));
  await jest.advanceTimersByTimeAsync(PAUSE);
  expect(ended).toBe(false);
  hand.resolve();
  await stopped;
  expect(jest.getTimerCount()).toBe(0);
});

it('says of every defect, and once a minute that a dependency is away', async () => {
  const logger = silentLogger();
  const warn = jest.spyOn(logger, 'warn');
  let turns = 0;
  const fail = (): Promise<void> =>
    Promise.reject(++turns % 2 === 0 ? new Error('a defect') : new UnavailableError('away'));
  const stop = every(PAUSE, 'test', fail, logger);
  await jest.advanceTimersByTimeAsync(10 * PAUSE);
  expect(warn).toHaveBeenCalledTimes(1 + 5);
  await jest.advanceTimersByTimeAsync(60_000);
  const away = warn.mock.calls.filter(([details]) => (details as { err: Error }).err.message === 'away');
  expect(away).toHaveLength(2);
  await stop();
});
