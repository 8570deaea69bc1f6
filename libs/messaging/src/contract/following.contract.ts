import { onePerPartition, record, Seen, type Bench } from './harness.js';

export function followingContract(bench: () => Bench): void {
  it('follows from the earliest', async () => {
    const topic = await bench().topic();
    const { partitions } = bench().harness;
    await bench().log.append(onePerPartition(topic, partitions));
    const { follower, seen } = await bench().follow(topic, 'earliest');
    await bench().eventually(() => expect(seen.partitions()).toHaveLength(partitions));
    await bench().eventually(() => expect(follower.position({ topic, partition: 0 })).toBe(1));
    await follower.close();
    expect(await follower.ended).toBeUndefined();
  });

  it('follows from the latest: what is appended after follow() is delivered, what was before is not', async () => {
    const topic = await bench().topic();
    await bench().log.append([record(topic, 'a', 'before', 0)]);
    const { follower, seen } = await bench().follow(topic, 'latest');
    await bench().log.append([record(topic, 'a', 'after', 0)]);
    await bench().eventually(() => expect(seen.values()).toEqual(['after']));
    await follower.close();
  });

  it('follows from offsets, the partitions not named from the earliest', async () => {
    const topic = await bench().topic();
    await bench().log.append([
      record(topic, 'a', 'a0', 0),
      record(topic, 'a', 'a1', 0),
      record(topic, 'b', 'b0', 1),
    ]);
    const { follower, seen } = await bench().follow(topic, [{ partition: 0, offset: 1 }]);
    await bench().eventually(() => expect(seen.values().toSorted()).toEqual(['a1', 'b0']));
    await follower.close();
  });

  it('delivers nothing of a partition that is paused', async () => {
    const topic = await bench().topic();
    const { follower, seen } = await bench().follow(topic, 'latest');
    follower.pause([{ topic, partition: 0 }]);
    await bench().log.append([record(topic, 'a', 'paused', 0), record(topic, 'b', 'other', 1)]);
    await bench().eventually(() => expect(seen.values()).toEqual(['other']));
    follower.resume([{ topic, partition: 0 }]);
    await bench().eventually(() => expect(seen.values()).toEqual(['other', 'paused']));
    await follower.close();
  });

  it('moves its place only past what was delivered, also when partitions are paused while their records come', async () => {
    const topic = await bench().topic();
    const { partitions } = bench().harness;
    const all = Array.from({ length: partitions }, (_, partition) => ({ topic, partition }));
    await bench().log.append(onePerPartition(topic, partitions));
    const seen = new Seen();
    const follower = await bench().log.follow({
      topics: [topic],
      from: 'earliest',
      batch: async (batch) => {
        if (seen.records.length === 0)
          follower.pause(all.filter(({ partition }) => partition !== batch.partition));
        await seen.batch(batch);
      },
    });
    await bench().eventually(() => expect(seen.records).not.toHaveLength(0));
    await bench().log.append([record(topic, 'a', 'again', seen.records[0]?.partition)]);
    await bench().eventually(() => expect(seen.values()).toContain('again'));
    for (const place of all) {
      const delivered = seen.records.filter(({ partition }) => partition === place.partition);
      await bench().eventually(() => expect(follower.position(place)).toBe(delivered.length));
    }
    follower.resume(all);
    await bench().eventually(() => expect(seen.partitions()).toHaveLength(partitions));
    await follower.close();
  });

  it('ends with the error of a batch that fails', async () => {
    const topic = await bench().topic();
    const follower = await bench().log.follow({
      topics: [topic],
      from: 'latest',
      batch: () => Promise.reject(new Error('the batch failed')),
    });
    await bench().log.append([record(topic, 'a', '1')]);
    expect((await follower.ended)?.message).toContain('the batch failed');
  });
}
