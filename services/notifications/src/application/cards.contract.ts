import { aCard } from '../testing/builders.js';
import type { Cards } from './ports.js';

export interface CardsHarness {
  open(): Promise<Cards>;
  reopen(): Promise<Cards>;
  close(): Promise<void>;
}

/** What every store of cards promises. Needs Jest's globals. */
export function cardsContract(name: string, newHarness: () => CardsHarness): void {
  describe(`cards on ${name}`, () => {
    let harness: CardsHarness;
    let cards: Cards;
    beforeEach(async () => {
      harness = newHarness();
      cards = await harness.open();
    });
    afterEach(() => harness.close());
    const card = async () => (await cards.of(['vacancy-1'])).get('vacancy-1');

    it('gives back those it knows, also to another client', async () => {
      await cards.keep([aCard(), aCard({ vacancyId: 'vacancy-2' })]);
      await cards.keep([]);
      const found = await (await harness.reopen()).of(['vacancy-1', 'nobody']);
      expect(found).toEqual(new Map([['vacancy-1', aCard()]]));
    });

    it('keeps the newest revision, in whatever order they come', async () => {
      await cards.keep([aCard({ revision: 2, title: 'Two' })]);
      await cards.keep([aCard({ revision: 1, title: 'One' })]);
      expect((await card())?.title).toBe('Two');
      await cards.keep([aCard({ revision: 4, title: 'Four' }), aCard({ revision: 3, title: 'Three' })]);
      expect((await card())?.title).toBe('Four');
      await cards.keep([aCard({ revision: 4, title: 'Four again' })]);
      expect((await card())?.title).toBe('Four');
    });
  });
}
