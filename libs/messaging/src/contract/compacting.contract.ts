import { record, type Bench } from './harness.js';

export function compactingContract(bench: () => Bench): void {
  it('keeps the last record of each key', async () => {
    const topic = await bench().topic('compact');
    const texts = ['a1', 'b1', 'a2', 'b2', 'c1', 'end'];
    await bench().log.append(texts.map((text) => record(topic, text.charAt(0), text, 0)));
    await bench().harness.compact();
    const contents = await bench().contents(topic);
    expect(contents.map(({ value }) => value?.toString())).toEqual(['a2', 'b2', 'c1', 'end']);
    expect(contents.map(({ offset }) => offset)).toEqual([2, 3, 4, 5]);
  });

  it('lets a tombstone delete its key, and vanish itself later', async () => {
    const topic = await bench().topic('compact');
    const append = (key: string, value: string | null) => bench().log.append([record(topic, key, value, 0)]);
    await append('a', 'alive');
    await append('a', null);
    await append('end', 'end');
    await bench().harness.compact();
    expect((await bench().contents(topic)).map(({ key, value }) => [key, value?.toString()])).toEqual([
      ['a', undefined],
      ['end', 'end'],
    ]);
    await bench().harness.compact();
    await bench().eventually(async () => {
      expect((await bench().contents(topic)).map(({ key }) => key)).toEqual(['end']);
    });
  });

  it('goes on with its offsets after compaction and being opened again', async () => {
    const topic = await bench().topic('compact');
    await bench().log.append([record(topic, 'a', '1', 0), record(topic, 'a', null, 0)]);
    await bench().harness.compact();
    await bench().harness.compact();
    const again = await bench().harness.reopen();
    const [place] = await again.append([record(topic, 'b', '2', 0)]);
    expect(place?.offset).toBe(2);
  });

  it('refuses records without a key on a compacted topic', async () => {
    const topic = await bench().topic('compact');
    const keyless = { topic, key: null, value: Buffer.from('x'), headers: {} };
    await expect(bench().log.append([keyless])).rejects.toThrow();
  });
}
