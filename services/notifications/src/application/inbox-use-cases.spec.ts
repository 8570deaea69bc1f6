import { Bench } from '../testing/bench.js';
import { anItem, aPerson } from '../testing/builders.js';

const DAY = 24 * 3_600_000;
let bench: Bench;
beforeEach(async () => {
  bench = new Bench();
  await bench.knowBoth();
});

describe('reading one’s own alerts', () => {
  it('pages, counts what is unread, and says where to go on', async () => {
    await bench.put(...[1, 2, 3].map((position) => anItem({ position, vacancyId: `v${position}` })));
    const first = await bench.reading.page({ owner: 'owner-1', order: 'newest', limit: 2 });
    expect(first.items.map(({ position }) => position)).toEqual([3, 2]);
    expect(first).toMatchObject({ unread: 3, next: { position: 2 } });
    const { position = 0, id = '' } = first.next ?? {};
    const after = { position, id };
    const last = await bench.reading.page({ owner: 'owner-1', order: 'newest', after, limit: 2 });
    expect(last.items.map((item) => item.position)).toEqual([1]);
    expect(last.next).toBeUndefined();
  });

  it('has words for a vacancy whose card has gone', async () => {
    await bench.put(anItem({ vacancyId: 'forgotten' }));
    const alert = await bench.reading.one('owner-1', anItem({ vacancyId: 'forgotten' }).id);
    expect(alert.vacancy.title).toBe('A vacancy that has gone');
  });

  it('is empty for somebody without a profile', async () => {
    const page = await bench.reading.page({ owner: 'nobody', order: 'newest', limit: 2 });
    expect(page).toEqual({ items: [], next: undefined, unread: 0 });
  });
});

describe('marking', () => {
  it('marks what is theirs, and knows nothing of what is not', async () => {
    await bench.put(anItem());
    const { id } = anItem();
    await bench.marking.see('owner-1', id);
    expect((await bench.reading.one('owner-1', id)).seen).toBe(true);
    for (const mark of [bench.marking.see('owner-2', id), bench.marking.dismiss('owner-2', id)])
      await expect(mark).rejects.toMatchObject({ code: 'ALERT_NOT_FOUND' });
    await bench.marking.dismiss('owner-1', id);
    await expect(bench.reading.one('owner-1', id)).rejects.toMatchObject({ code: 'ALERT_NOT_FOUND' });
  });
});

describe('forgetting', () => {
  it('forgets a person, and in a sweep what slipped in meanwhile', async () => {
    await bench.put(anItem());
    await bench.forgetting.erase('profile-1');
    expect(await bench.alerts()).toEqual([]);
    await bench.put(anItem());
    await bench.people.keep([aPerson()]);
    await bench.forgetting.sweep();
    expect(await bench.alerts()).toEqual([]);
    expect((await bench.people.of(['profile-1'])).size).toBe(0);
  });

  it('sweeps away what was withdrawn longer ago than matches are kept', async () => {
    await bench.put(anItem({ inbox: 'withdrawn', list: 'withdrawn' }));
    bench.clock.advance(8 * DAY);
    await bench.forgetting.sweep();
    expect(await bench.alerts()).toHaveLength(1);
    bench.clock.advance(1);
    await bench.forgetting.sweep();
    expect(await bench.alerts()).toEqual([]);
  });
});
