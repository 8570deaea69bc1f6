import type { Item } from '../domain/item.js';
import { anItem } from '../testing/builders.js';
import type { InboxBench } from '../testing/inbox-bench.js';
import type { ReadCandidates } from './ports.js';

function person(pseudonym: string, score: number): Item {
  return anItem({ profileId: `profile of ${pseudonym}`, pseudonym, score });
}

export function candidatesContract({ inbox, put }: InboxBench): void {
  async function names(query: Partial<ReadCandidates> = {}): Promise<string[]> {
    const found = await inbox().candidates({ vacancyId: 'vacancy-1', limit: 50, ...query });
    return found.map(({ pseudonym }) => pseudonym);
  }

  it('ranks by score, and by pseudonym those of one score', async () => {
    await put(person('c', 50), person('b', 70), person('a', 50), person('B', 50));
    expect(await names()).toEqual(['b', 'B', 'a', 'c']);
    expect(await names({ vacancyId: 'vacancy-2' })).toEqual([]);
  });

  it('lists who shows themselves now, whatever their inbox says', async () => {
    await put(
      { ...person('changed', 60), list: 'changed' },
      { ...person('withdrawn', 60), list: 'withdrawn' },
      { ...person('hidden', 60), list: 'none' },
      { ...person('dismissed', 60), dismissed: true },
      { ...person('below-threshold', 60), inbox: 'none' },
    );
    expect(await names()).toEqual(['below-threshold', 'changed', 'dismissed']);
  });

  it('pages without gaps or repeats, over ties and while others come and go', async () => {
    await put(...Array.from({ length: 12 }, (_, n) => person(`p${n}`, 50 + (n % 3))));
    const seen: string[] = [];
    for (let after: ReadCandidates['after']; ;) {
      const page = await inbox().candidates({ vacancyId: 'vacancy-1', after, limit: 5 });
      seen.push(...page.map(({ pseudonym }) => pseudonym));
      after = page.at(-1);
      if (after === undefined) break;
      await put({ ...person(seen[0] ?? '', 50), list: 'withdrawn' });
    }
    expect(seen).toHaveLength(12);
    expect(new Set(seen).size).toBe(12);
  });
}
