import type { OffsetCommit } from '../event-log.js';
import { CommitQueue } from './commit-queue.js';

const LONG_MS = 60_000;
const at = (offset: number, partition = 0): OffsetCommit => ({ topic: 't', partition, offset, metadata: '' });

let sent: OffsetCommit[][];
let failures: unknown[];
beforeEach(() => {
  sent = [];
  failures = [];
});

function newQueue(
  everyMs: number,
  send = async (commits: readonly OffsetCommit[]) => void sent.push([...commits]),
) {
  return new CommitQueue(send, (error) => void failures.push(error), everyMs);
}

it('sends at once what comes first, and of each partition only the newest of what comes meanwhile', async () => {
  const queue = newQueue(LONG_MS);
  queue.add(at(1));
  for (const commit of [at(2), at(3), at(7, 1)]) queue.add(commit);
  await queue.settled();
  expect(sent).toEqual([[at(1)], [at(3), at(7, 1)]]);
});

it('is settled without waiting for the end of a rest, also twice in a row', async () => {
  const queue = newQueue(LONG_MS);
  queue.add(at(1));
  await queue.settled();
  queue.add(at(2));
  await queue.settled();
  expect(sent.flat()).toEqual([at(1), at(2)]);
});

it('tells of what was refused, and goes on with what comes then', async () => {
  let refuse = true;
  const queue = newQueue(0, async (commits) => {
    if (refuse) throw new Error('refused');
    sent.push([...commits]);
  });
  queue.add(at(1));
  await queue.settled();
  refuse = false;
  queue.add(at(2));
  await queue.settled();
  expect(failures).toEqual([new Error('refused')]);
  expect(sent).toEqual([[at(2)]]);
});
