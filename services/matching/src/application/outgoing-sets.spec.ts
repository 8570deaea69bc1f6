import type { Match } from '@jobwire/contracts';
import { nowhere } from '@jobwire/messaging';
import { OutgoingSets } from './outgoing-sets.js';
import type { AddressedSet } from './ports.js';

let published: AddressedSet[][];
let out: OutgoingSets;
beforeEach(() => {
  published = [];
  out = new OutgoingSets({ publish: async (sets) => void published.push([...sets]) });
});

const sizes = () => published.map(({ length }) => length);

/** The sets of so many subjects. */
async function put(sets: number, matchesOfEach: number): Promise<void> {
  for (let n = 0; n < sets; n++)
    await out.put({
      partition: n,
      journey: nowhere,
      set: {
        subject: { kind: 'all' },
        epoch: 1,
        scorer: 'test',
        matches: Array<Match>(matchesOfEach),
        last: true,
      },
    });
}

it('publishes a thousand matches or two hundred records at once, and the rest when it is told to', async () => {
  await put(25, 100);
  expect(sizes()).toEqual([10, 10]);
  await out.flush();
  expect(sizes()).toEqual([10, 10, 5]);
  await put(401, 0);
  await out.flush();
  expect(sizes().slice(3)).toEqual([200, 200, 1]);
});

it('publishes all in order, each once, and nothing where there is nothing', async () => {
  await put(250, 7);
  await out.flush();
  await out.flush();
  const partitions = published.flat().map(({ partition }) => partition);
  expect(partitions).toEqual(Array.from({ length: 250 }, (_, n) => n));
});
