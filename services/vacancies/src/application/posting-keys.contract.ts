import type { PostingClaim, PostingKeys } from './ports.js';

export interface PostingKeysHarness {
  open(): Promise<PostingKeys>;
  reopen(): Promise<PostingKeys>;
  close(): Promise<void>;
}

const LONG_AGO = new Date('2026-01-01T00:00:00.000Z');

function aClaim(changes: Partial<PostingClaim> = {}): PostingClaim {
  return {
    employerId: 'acme',
    key: 'k',
    bodyHash: 'hash',
    vacancyId: 'first',
    at: '2026-01-05T09:00:00.000Z',
    ...changes,
  };
}

/** What every store of idempotency keys promises. Needs Jest's globals. */
export function postingKeysContract(name: string, newHarness: () => PostingKeysHarness): void {
  describe(`posting keys on ${name}`, () => {
    let harness: PostingKeysHarness;
    let keys: PostingKeys;
    beforeEach(async () => {
      harness = newHarness();
      keys = await harness.open();
    });
    afterEach(() => harness.close());

    it('gives a key to the first who claims it, and names them to the others, also after a restart', async () => {
      expect(await keys.claim(aClaim(), LONG_AGO)).toEqual(aClaim());
      const second = aClaim({ vacancyId: 'second', bodyHash: 'other' });
      expect(await keys.claim(second, LONG_AGO)).toEqual(aClaim());
      expect(await (await harness.reopen()).claim(second, LONG_AGO)).toEqual(aClaim());
    });

    it('lets one of many at once have it, and all know who', async () => {
      const claims = Array.from({ length: 10 }, (_, n) => aClaim({ vacancyId: `v${n}` }));
      const holders = await Promise.all(claims.map((claim) => keys.claim(claim, LONG_AGO)));
      expect(new Set(holders.map(({ vacancyId }) => vacancyId)).size).toBe(1);
    });

    it('keeps the keys of employers apart', async () => {
      await keys.claim(aClaim(), LONG_AGO);
      const other = aClaim({ employerId: 'other', vacancyId: 'theirs' });
      expect(await keys.claim(other, LONG_AGO)).toEqual(other);
    });

    it('frees a key claimed before the moment given, not one claimed at it', async () => {
      await keys.claim(aClaim(), LONG_AGO);
      const next = aClaim({ vacancyId: 'next', at: '2026-01-06T09:00:00.001Z' });
      expect((await keys.claim(next, new Date('2026-01-05T09:00:00.000Z'))).vacancyId).toBe('first');
      expect((await keys.claim(next, new Date('2026-01-05T09:00:00.001Z'))).vacancyId).toBe('next');
    });
  });
}
