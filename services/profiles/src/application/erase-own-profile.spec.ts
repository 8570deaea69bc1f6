import { Bench } from '../testing/bench.js';
import { aJobseeker, anInput } from '../testing/builders.js';

let bench: Bench;
beforeEach(() => (bench = new Bench()));
const alice = aJobseeker();

it('is done when the profile is gone and its tombstone is on the log', async () => {
  await bench.writing.write(anInput(), alice);
  await bench.erasing.erase(alice);
  await expect(bench.reading.read(alice)).rejects.toMatchObject({ kind: 'missing' });
  expect(bench.published.at(-1)).toBeNull();
});

it('is done at once for somebody who has no profile', async () => {
  await bench.erasing.erase(alice);
  expect(bench.published).toEqual([]);
});

it('says so while the log is away, however often it is asked, and is done when the log is back', async () => {
  await bench.writing.write(anInput(), alice);
  bench.logIsAway = true;
  await expect(bench.erasing.erase(alice)).rejects.toThrow('the log is away');
  await expect(bench.reading.read(alice)).rejects.toMatchObject({ kind: 'missing' });
  await expect(bench.erasing.erase(alice)).rejects.toThrow('the log is away');
  bench.logIsAway = false;
  await bench.erasing.erase(alice);
  expect(bench.published.at(-1)).toBeNull();
});
