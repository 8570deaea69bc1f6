import { partitionOf } from '@jobwire/kernel';
import {
  MAX_RECORD_BYTES,
  PartitionCountError,
  RecordTooLargeError,
  UnknownTopicError,
} from '../event-log.js';
import { record, type Bench } from './harness.js';

export function appendingContract(bench: () => Bench): void {
  it('keeps the order of what has one key, and what was appended with it', async () => {
    const topic = await bench().topic();
    const texts = Array.from({ length: 50 }, (_, index) => `v${index}`);
    await Promise.all(texts.map((text) => bench().log.append([record(topic, 'key', text)])));
    const contents = await bench().contents(topic);
    expect(contents.map(({ value }) => value?.toString())).toEqual(texts);
    expect(contents[0]).toMatchObject({ topic, key: 'key', headers: { said: 'test' } });
    expect(Math.abs((contents[0]?.timestamp ?? 0) - Date.now())).toBeLessThan(86_400_000 * 365);
  });

  it('puts a key where Kafka puts it, unless the partition is given', async () => {
    const topic = await bench().topic();
    const { partitions } = bench().harness;
    const other = (partitionOf('key', partitions) + 1) % partitions;
    const places = await bench().log.append([record(topic, 'key', 'a'), record(topic, 'key', 'b', other)]);
    expect(places.map(({ partition }) => partition)).toEqual([partitionOf('key', partitions), other]);
  });

  it('answers where each record stands, one offset after the other', async () => {
    const topic = await bench().topic();
    const places = await bench().log.append([record(topic, 'a', '1', 0), record(topic, 'b', '2', 0)]);
    expect(places).toEqual([
      { topic, partition: 0, offset: 0 },
      { topic, partition: 0, offset: 1 },
    ]);
    expect((await bench().log.watermarks(topic))[0]).toEqual({ partition: 0, low: 0, high: 2 });
  });

  it('refuses topics nobody created, and records too large', async () => {
    const topic = await bench().topic();
    await expect(bench().log.append([record('contract-nowhere', 'a', '1')])).rejects.toThrow(
      UnknownTopicError,
    );
    const large = record(topic, 'a', 'x'.repeat(MAX_RECORD_BYTES));
    await expect(bench().log.append([large])).rejects.toThrow(RecordTooLargeError);
  });

  it('creates topics once, and refuses another number of partitions naming both', async () => {
    const topic = await bench().topic();
    await bench().log.ensureTopics([{ name: topic, cleanup: 'delete', partitions: 'own' }]);
    expect(await bench().log.partitionsOf(topic)).toBe(bench().harness.partitions);
    const other = bench().log.ensureTopics([{ name: topic, cleanup: 'delete', partitions: 'one' }]);
    await expect(other).rejects.toThrow(PartitionCountError);
    await expect(other).rejects.toThrow(new RegExp(`${bench().harness.partitions} partitions.*\\b1\\b`));
  });

  it('has an id that stays, and another log has another', async () => {
    await bench().topic();
    const id = await bench().log.logId();
    const another = await bench().harness.openAnother();
    await another.ensureTopics([]);
    expect(await another.logId()).not.toBe(id);
    const again = await bench().harness.reopen();
    await again.ensureTopics([]);
    expect(await again.logId()).toBe(id);
  });

  it('goes on with its offsets after it was opened again', async () => {
    const topic = await bench().topic();
    await bench().log.append([record(topic, 'a', '1', 0), record(topic, 'a', '2', 0)]);
    const again = await bench().harness.reopen();
    const [place] = await again.append([record(topic, 'a', '3', 0)]);
    expect(place?.offset).toBe(2);
  });
}
