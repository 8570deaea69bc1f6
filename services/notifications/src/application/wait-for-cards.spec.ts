import { jest } from '@jest/globals';
import { UnavailableError } from '@jobwire/kernel';
import { Bench } from '../testing/bench.js';
import { aCard, aMatch, aPerson } from '../testing/builders.js';

let bench: Bench;
beforeEach(() => (bench = new Bench()));
afterEach(() => jest.restoreAllMocks());

it('answers the cards of both sides at once when they are there', async () => {
  await bench.knowBoth();
  const { cards, people } = await bench.waiting.forMatches([aMatch(), aMatch()]);
  expect(cards.get('vacancy-1')).toEqual(aCard());
  expect(people.get('profile-1')).toEqual(aPerson());
});

it('waits for the person, and for a card as new as the match', async () => {
  await bench.cards.keep([aCard()]);
  let done = false;
  const found = bench.waiting.forMatches([aMatch({ vacancyRevision: 2 })]).finally(() => (done = true));
  await bench.people.keep([aPerson()]);
  expect(done).toBe(false);
  await bench.cards.keep([aCard({ revision: 2, title: 'Two' })]);
  expect((await found).cards.get('vacancy-1')?.title).toBe('Two');
});

it('does not wait for somebody who was erased', async () => {
  await bench.cards.keep([aCard()]);
  await bench.people.erase('profile-1');
  expect((await bench.waiting.forMatches([aMatch()])).people.size).toBe(0);
});

it('gives up in the end, so that the record is tried again', async () => {
  const patience = 3000;
  const started = performance.now();
  jest
    .spyOn(performance, 'now')
    .mockReturnValueOnce(started)
    .mockReturnValue(started + patience + 1);
  await expect(bench.waiting.forMatches([aMatch()])).rejects.toThrow(UnavailableError);
});
