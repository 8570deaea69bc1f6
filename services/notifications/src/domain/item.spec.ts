import type { Match } from '@jobwire/contracts';
import { aMatch, anItem, aStamp, parties } from '../testing/builders.js';
import { isWithdrawn, takeMatch, withdraw, type Item, type Stamp } from './item.js';

const LATER = '2026-01-06T09:00:00.000Z';

function take(item: Item | undefined, match: Partial<Match> = {}, stamp: Partial<Stamp> = {}) {
  return takeMatch(item, aMatch(match), parties, aStamp({ offset: 20, at: LATER, ...stamp }), 'id');
}

describe('a match nobody knew', () => {
  it('is found in inbox and list at the record’s offset, unseen', () => {
    expect(take(undefined)).toMatchObject({
      ...parties,
      id: 'id',
      inbox: 'found',
      list: 'found',
      position: 20,
      listPosition: 20,
      offset: 20,
      epoch: 1,
      seen: false,
      dismissed: false,
      at: LATER,
    });
  });

  it('stays out of an inbox whose threshold it does not reach, and out of a list where the person hides', () => {
    expect(take(undefined, { alert: false })).toMatchObject({ inbox: 'none', position: -1, list: 'found' });
    expect(take(undefined, { visible: false })).toMatchObject({
      list: 'none',
      listPosition: -1,
      inbox: 'found',
    });
  });
});

describe('a record that comes too late', () => {
  it.each<[string, Partial<Match>, Partial<Stamp>]>([
    ['at an offset already passed', {}, { offset: 9 }],
    ['at the same offset again', {}, { offset: 10 }],
    ['at a passed offset, whatever its epoch', {}, { offset: 10, epoch: 9 }],
    ['of an older profile within the epoch', { profileRevision: 1 }, {}],
    ['of an older vacancy within the epoch', { vacancyRevision: 1 }, {}],
  ])('%s is dropped', (_, match, stamp) => {
    const item = anItem({ profileRevision: 2, vacancyRevision: 2 });
    expect(take(item, { profileRevision: 2, vacancyRevision: 2, ...match }, stamp)).toBeUndefined();
  });

  it('is not one of a new epoch, however old its revisions', () => {
    const item = anItem({ profileRevision: 5, vacancyRevision: 5 });
    expect(take(item, { score: 70 }, { epoch: 2 })).toMatchObject({ epoch: 2, score: 70, position: 20 });
  });
});

describe('a match known already', () => {
  it('keeps its position and time when nothing that shows has changed, and learns the revisions', () => {
    const again = take(anItem({ seen: true }), { profileRevision: 2, vacancyRevision: 3 });
    expect(again).toMatchObject({
      position: 10,
      listPosition: 10,
      offset: 20,
      profileRevision: 2,
      vacancyRevision: 3,
      inbox: 'found',
      seen: true,
      at: anItem().at,
    });
  });

  it('is changed by another score, and stays seen', () => {
    expect(take(anItem({ seen: true }), { score: 61 })).toMatchObject({
      inbox: 'changed',
      list: 'changed',
      position: 20,
      listPosition: 20,
      seen: true,
      at: LATER,
    });
  });

  it('changes only for the employer when only the wishes fit otherwise', () => {
    expect(take(anItem(), { personScore: 81 })).toMatchObject({
      inbox: 'found',
      position: 10,
      list: 'changed',
      listPosition: 20,
    });
  });

  it('leaves the inbox alone by a threshold, the list alone by hiding', () => {
    expect(take(anItem(), { alert: false })).toMatchObject({
      inbox: 'withdrawn',
      position: 20,
      list: 'found',
      listPosition: 10,
    });
    expect(take(anItem(), { visible: false })).toMatchObject({
      inbox: 'found',
      position: 10,
      list: 'withdrawn',
      listPosition: 20,
    });
  });

  it('does not move an inbox it is not in', () => {
    const item = anItem({ inbox: 'none', position: -1 });
    expect(take(item, { alert: false, score: 40 })).toMatchObject({ inbox: 'none', position: -1, score: 40 });
    const withdrawn = anItem({ inbox: 'withdrawn' });
    expect(take(withdrawn, { alert: false, score: 40 })).toMatchObject({ inbox: 'withdrawn', position: 10 });
  });

  it('found again after it was withdrawn is news, with the same score too', () => {
    const item = anItem({ inbox: 'withdrawn', list: 'withdrawn', seen: true });
    expect(take(item)).toMatchObject({ inbox: 'found', list: 'found', position: 20, seen: false });
  });

  it('that somebody dismissed stays dismissed', () => {
    const item = anItem({ dismissed: true, inbox: 'withdrawn' });
    expect(take(item, { score: 99 })?.dismissed).toBe(true);
  });
});

describe('withdrawing', () => {
  const stamp = aStamp({ offset: 20, epoch: 2, at: LATER });

  it('moves what was shown, and remembers who said it', () => {
    expect(withdraw(anItem(), { vacancy: 4 }, stamp)).toMatchObject({
      inbox: 'withdrawn',
      list: 'withdrawn',
      position: 20,
      listPosition: 20,
      offset: 20,
      epoch: 2,
      vacancyRevision: 4,
      profileRevision: 1,
      at: LATER,
    });
  });

  it('does not move what was not shown', () => {
    expect(withdraw(anItem({ inbox: 'none', position: -1 }), {}, stamp)).toMatchObject({
      inbox: 'none',
      position: -1,
      list: 'withdrawn',
      listPosition: 20,
    });
  });

  it('has nothing to do twice, nor for a record passed already', () => {
    expect(withdraw(anItem({ inbox: 'withdrawn', list: 'none' }), {}, stamp)).toBeUndefined();
    expect(withdraw(anItem({ offset: 20 }), {}, stamp)).toBeUndefined();
  });

  it('never takes a revision back', () => {
    const after = withdraw(anItem({ profileRevision: 9 }), { profile: 4 }, stamp);
    expect(after?.profileRevision).toBe(9);
  });
});

it.each<[Item['inbox'], Item['list'], boolean]>([
  ['none', 'none', true],
  ['withdrawn', 'none', true],
  ['withdrawn', 'withdrawn', true],
  ['found', 'none', false],
  ['none', 'changed', false],
])('with %s in the inbox and %s in the list it counts as withdrawn: %s', (inbox, list, gone) => {
  expect(isWithdrawn({ inbox, list })).toBe(gone);
});
