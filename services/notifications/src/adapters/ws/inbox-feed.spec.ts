import type { Alert } from '@jobwire/contracts';
import { InboxFeed, LONGEST_REPLAY } from './inbox-feed.js';

function alert(position: number, id = `a${position}`): Alert {
  const vacancy = { title: 'Nurse', employerName: 'Acme', location: 'Leeds' };
  return {
    position,
    id,
    vacancyId: 'v',
    state: 'found',
    score: 60,
    reasons: [],
    vacancy,
    seen: false,
    at: '',
  };
}

const many = (count: number) => Array.from({ length: count }, (_, n) => alert(n));

let inbox: Alert[];
let sent: string[];
let feed: InboxFeed;
beforeEach(() => {
  inbox = [];
  sent = [];
  feed = new InboxFeed(
    async (position, limit) => inbox.filter((one) => one.position >= position).slice(0, limit),
    ({ position, id }) => void sent.push(`${position}:${id}`),
  );
  feed.hold();
});

it('sends what was missed, the position itself included, before what came meanwhile', async () => {
  inbox = [alert(4), alert(5), alert(6)];
  const missed = await feed.missed(5);
  feed.push([alert(7)]);
  feed.open(5, missed ?? []);
  feed.push([alert(8)]);
  expect(sent).toEqual(['5:a5', '6:a6', '7:a7', '8:a8']);
});

it('sends nothing before it is opened', () => {
  feed.push([alert(7)]);
  expect(sent).toEqual([]);
});

it('sends an item once by id and position', async () => {
  inbox = [alert(5, 'a'), alert(5, 'b')];
  feed.push([alert(5, 'b'), alert(6, 'a')]);
  feed.open(5, (await feed.missed(5)) ?? []);
  feed.push([alert(6, 'a'), alert(6, 'b')]);
  expect(sent).toEqual(['5:a', '5:b', '6:a', '6:b']);
});

it('never goes back', () => {
  feed.open(5, []);
  feed.push([alert(7), alert(6), alert(5), alert(7, 'another')]);
  expect(sent).toEqual(['7:a7', '7:another']);
});

it('says nothing older than where it was opened, also when that was empty', () => {
  feed.push([alert(3)]);
  feed.open(4, []);
  expect(sent).toEqual([]);
});

it('gives up on a replay that is too long', async () => {
  inbox = many(LONGEST_REPLAY);
  expect(await feed.missed(0)).toHaveLength(LONGEST_REPLAY);
  inbox = many(LONGEST_REPLAY + 1);
  expect(await feed.missed(0)).toBeUndefined();
  feed.open(0, []);
  expect(await feed.catchUp()).toBe(false);
});

it('finds what no hint told of, and keeps order with what comes while it reads', async () => {
  feed.open(5, []);
  feed.push([alert(6)]);
  inbox = [alert(5), alert(6), alert(7)];
  const looking = feed.catchUp();
  feed.push([alert(8), alert(7)]);
  expect(await looking).toBe(true);
  expect(sent).toEqual(['6:a6', '7:a7', '8:a8']);
});
