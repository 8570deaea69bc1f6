import { setTimeout as pause } from 'node:timers/promises';
import { StaleGenerationError, type Assignment, type Batch } from '../event-log.js';
import { onePerPartition, record, uniqueGroup, type Bench } from './harness.js';

export function groupingContract(bench: () => Bench): void {
  it('shares the partitions between two members, and gives those of a dead one to the other', async () => {
    const topic = await bench().topic();
    const { partitions } = bench().harness;
    const group = uniqueGroup();
    const first = await bench().join([topic], group);
    const second = await bench().join([topic], group);
    await bench().eventually(() => {
      const shares = [first, second].map(({ member }) => member.assignment().partitions.length);
      expect(shares.toSorted((a, b) => a - b)).toEqual([
        Math.floor(partitions / 2),
        Math.ceil(partitions / 2),
      ]);
    });
    await bench().harness.crash(first.member);
    await bench().log.append(onePerPartition(topic, partitions));
    await bench().eventually(() => expect(second.seen.partitions()).toHaveLength(partitions));
    await second.member.leave();
  });

  it('delivers again what a member that died had not committed', async () => {
    const topic = await bench().topic();
    const group = uniqueGroup();
    const first = await bench().join([topic], group);
    await bench().log.append([record(topic, 'a', 'one', 0), record(topic, 'a', 'two', 0)]);
    await bench().eventually(() => expect(first.seen.values()).toEqual(['one', 'two']));
    const { generation } = first.member.assignment();
    await first.member.commit(generation, [{ topic, partition: 0, offset: 1, metadata: '' }]);
    await bench().harness.crash(first.member);
    const second = await bench().join([topic], group);
    await bench().eventually(() => expect(second.seen.values()).toEqual(['two']));
    await second.member.leave();
  });

  it('hands over the member before its first batch', async () => {
    const topic = await bench().topic();
    await bench().log.append([record(topic, 'a', '1', 0)]);
    const group = uniqueGroup();
    const batch = async (): Promise<void> => {
      await member.commit(member.assignment().generation, [{ topic, partition: 0, offset: 1, metadata: '' }]);
    };
    const { member } = await bench().join([topic], group, { batch });
    await bench().eventually(async () => expect((await bench().log.committed(group, topic)).size).toBe(1));
    await member.leave();
  });

  it('keeps offsets with their metadata, also when it is opened again', async () => {
    const topic = await bench().topic();
    const group = uniqueGroup();
    const { member } = await bench().join([topic], group);
    expect(await bench().log.committed(group, topic)).toEqual(new Map());
    const metadata = '{"epoch":7,"words":"späße"}';
    await member.commit(member.assignment().generation, [{ topic, partition: 1, offset: 5, metadata }]);
    expect(await bench().log.committed(group, topic)).toEqual(new Map([[1, { offset: 5, metadata }]]));
    await member.leave();
    const again = await bench().harness.reopen();
    expect(await again.committed(group, topic)).toEqual(new Map([[1, { offset: 5, metadata }]]));
  });

  it('refuses the commit of a generation that is over', async () => {
    const topic = await bench().topic();
    const group = uniqueGroup();
    const first = await bench().join([topic], group);
    const { generation } = first.member.assignment();
    const second = await bench().join([topic], group);
    const offsets = [{ topic, partition: 0, offset: 1, metadata: '' }];
    await bench().eventually(() => expect(first.member.assignment().generation).toBeGreaterThan(generation));
    await expect(first.member.commit(generation, offsets)).rejects.toThrow(StaleGenerationError);
    expect((await bench().log.committed(group, topic)).size).toBe(0);
    await Promise.all([first.member.leave(), second.member.leave()]);
  });

  it('tells what was revoked before what is assigned', async () => {
    const topic = await bench().topic();
    const group = uniqueGroup();
    const told: string[] = [];
    const handler = {
      assigned: async ({ partitions }: Assignment) => void told.push(`assigned ${partitions.length}`),
      revoked: ({ partitions }: Assignment) => void told.push(`revoked ${partitions.length}`),
    };
    const all = bench().harness.partitions;
    const first = await bench().join([topic], group, handler);
    const second = await bench().join([topic], group);
    await bench().eventually(() => expect(told).toHaveLength(3));
    const share = first.member.assignment().partitions.length;
    expect(told).toEqual([`assigned ${all}`, `revoked ${all}`, `assigned ${share}`]);
    expect(share).toBeLessThan(all);
    await Promise.all([first.member.leave(), second.member.leave()]);
  });

  it('begins where the member chooses, elsewhere at the committed offset', async () => {
    const topic = await bench().topic();
    const group = uniqueGroup();
    await bench().log.append(
      [0, 1, 2].flatMap((n) => [record(topic, 'a', `a${n}`, 0), record(topic, 'b', `b${n}`, 1)]),
    );
    const before = await bench().join([topic], group);
    const { generation } = before.member.assignment();
    await before.member.commit(generation, [
      { topic, partition: 0, offset: 3, metadata: '' },
      { topic, partition: 1, offset: 1, metadata: '' },
    ]);
    await before.member.leave();
    const chosen = { assigned: async () => [{ topic, partition: 0, offset: 2 }] };
    const { member, seen } = await bench().join([topic], group, chosen);
    await bench().eventually(() => expect(seen.values().toSorted()).toEqual(['a2', 'b1', 'b2']));
    await member.leave();
  });

  it('gives one batch of a partition at a time, the next right after it', async () => {
    const topic = await bench().topic();
    const sizes: number[] = [];
    let inHand = 0;
    const batch = async ({ records }: Batch): Promise<void> => {
      expect(++inHand).toBe(1);
      await new Promise(setImmediate);
      inHand--;
      sizes.push(records.length);
    };
    await bench().log.append(Array.from({ length: 25 }, (_, n) => record(topic, 'a', String(n), 0)));
    const member = await bench().log.join({
      group: uniqueGroup(),
      topics: [topic],
      maxBatch: 10,
      handler: { batch },
    });
    await bench().eventually(() => expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(25));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(10);
    await member.leave();
  });

  it('gives a partition back to nobody while its batch is in hand, also after a rebalance', async () => {
    const topic = await bench().topic();
    const group = uniqueGroup();
    const hold = Promise.withResolvers<void>();
    let inHand = 0;
    let most = 0;
    let delivered = 0;
    const batch = async (one: Batch): Promise<void> => {
      delivered++;
      most = Math.max(most, ++inHand);
      if (delivered === 1) await beatUntil(hold.promise, one);
      inHand--;
    };
    const first = await bench().join([topic], group, { batch });
    await bench().log.append([record(topic, 'a', '1', 0)]);
    await bench().eventually(() => expect(delivered).toBe(1));
    const joining = bench().join([topic], group, { batch });
    await bench().log.append([record(topic, 'a', '2', 0)]);
    // Not a wait for something: the time in which a log that does not wait would deliver too early.
    await pause(bench().harness.sessionTimeoutMs / 2);
    hold.resolve();
    const second = await joining;
    await bench().eventually(() => expect(delivered).toBeGreaterThan(1));
    expect(most).toBe(1);
    await Promise.all([first.member.leave(), second.member.leave()]);
  });

  it('finishes the batch in hand before it leaves, and may still commit it', async () => {
    const topic = await bench().topic();
    const group = uniqueGroup();
    const hold = Promise.withResolvers<void>();
    const began = Promise.withResolvers<void>();
    const batch = async () => {
      began.resolve();
      await hold.promise;
      await member.commit(member.assignment().generation, [
        { topic, partition: 0, offset: 1, metadata: 'done' },
      ]);
    };
    const { member } = await bench().join([topic], group, { batch });
    await bench().log.append([record(topic, 'a', '1', 0)]);
    await began.promise;
    const left = member.leave();
    hold.resolve();
    await left;
    expect(await member.ended).toBeUndefined();
    expect((await bench().log.committed(group, topic)).get(0)).toEqual({ offset: 1, metadata: 'done' });
  });

  it('throws out a member that neither finishes nor sends a heartbeat, and takes it back afterwards', async () => {
    const topic = await bench().topic();
    const group = uniqueGroup();
    const hold = Promise.withResolvers<void>();
    const stale = Promise.withResolvers<boolean>();
    let hung = false;
    const batch = async (delivered: Batch): Promise<void> => {
      if (hung) return;
      hung = true;
      await hold.promise;
      stale.resolve(delivered.isStale());
    };
    await bench().log.append([record(topic, 'a', '1', 0)]);
    const first = await bench().join([topic], group, { batch });
    await bench().eventually(() => expect(hung).toBe(true));
    const second = await bench().join([topic], group);
    await bench().eventually(() => expect(second.seen.values()).toEqual(['1']));
    hold.resolve();
    expect(await stale.promise).toBe(true);
    await bench().eventually(() => expect(first.member.assignment().partitions.length).toBeGreaterThan(0));
    await Promise.all([first.member.leave(), second.member.leave()]);
  });

  it('keeps a member that works long and sends heartbeats', async () => {
    const topic = await bench().topic();
    const ended = Promise.withResolvers<boolean>();
    const batch = async (delivered: Batch): Promise<void> => {
      const until = performance.now() + bench().harness.sessionTimeoutMs * 2;
      while (performance.now() < until) {
        await delivered.heartbeat();
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      ended.resolve(delivered.isStale());
    };
    await bench().log.append([record(topic, 'a', '1', 0)]);
    const { member } = await bench().join([topic], uniqueGroup(), { batch });
    expect(await ended.promise).toBe(false);
    await member.leave();
  });

  it('ends with the error of a batch that fails, and the others take over', async () => {
    const topic = await bench().topic();
    const group = uniqueGroup();
    const failing = { batch: () => Promise.reject(new Error('the batch failed')) };
    const first = await bench().join([topic], group, failing);
    await bench().log.append([record(topic, 'a', '1', 0)]);
    expect((await first.member.ended)?.message).toContain('the batch failed');
    const second = await bench().join([topic], group);
    await bench().eventually(() => expect(second.seen.values()).toEqual(['1']));
    await second.member.leave();
  });

  it('delivers nothing of a partition that is paused', async () => {
    const topic = await bench().topic();
    const group = uniqueGroup();
    const { member, seen } = await bench().join([topic], group);
    member.pause([{ topic, partition: 0 }]);
    await bench().log.append([record(topic, 'a', 'paused', 0), record(topic, 'b', 'other', 1)]);
    await bench().eventually(() => expect(seen.values()).toEqual(['other']));
    member.resume([{ topic, partition: 0 }]);
    await bench().eventually(() => expect(seen.values()).toEqual(['other', 'paused']));
    await member.leave();
  });
}

/** Works until `done`, with heartbeats. */
async function beatUntil(done: Promise<void>, batch: Batch): Promise<void> {
  const beating = setInterval(() => void batch.heartbeat(), 5);
  await done;
  clearInterval(beating);
}
