import { mintInPartitionOf } from './ids.js';
import { partitionOf } from './partition-of.js';

// The hashes are those of Kafka's own test, UtilsTest#testMurmur2.
it.each([
  ['21', -973932308],
  ['foobar', -790332482],
  ['a-little-bit-long-string', -985981536],
  ['a-little-bit-longer-string', -1486304829],
  ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
  ['abc', 479470107],
])('the key %s goes where Kafka puts it', (key, hash) => {
  expect(partitionOf(key, 0x7fffffff)).toBe((hash & 0x7fffffff) % 0x7fffffff);
});

it('mints an id in the partition of its neighbour', () => {
  for (const owner of ['alice', 'bob', 'carol']) {
    expect(partitionOf(mintInPartitionOf(owner, 12), 12)).toBe(partitionOf(owner, 12));
  }
});
