import type { EventLog } from '@jobwire/messaging';
import type { ServiceContext } from '@jobwire/platform';
import { eventually } from '@jobwire/testing';
import { Bench } from '../testing/bench.js';
import { aCard, anEmployer, anItem } from '../testing/builders.js';
import { IssueTicket } from './issue-ticket.js';
import { ListCandidates } from './list-candidates.js';

let bench: Bench;
/** How far this service has read one partition of ten vacancies. */
let read: number;
let listing: ListCandidates;
beforeEach(async () => {
  bench = new Bench();
  await bench.knowBoth();
  read = 10;
  const log = {
    watermarks: async () => [{ partition: 0, low: 0, high: 10 }],
    committed: async () => new Map([[0, { offset: read, metadata: '' }]]),
  } as unknown as EventLog;
  listing = new ListCandidates(bench.inbox, bench.cards, (id) => id, {
    log,
    name: 'notifications',
  } as ServiceContext);
});

const page = (vacancyId = 'vacancy-1', limit = 50, employer = anEmployer()) =>
  listing.page({ vacancyId, limit }, employer);

describe('candidates', () => {
  it('are shown to the vacancy’s employer, and nothing of who they are', async () => {
    await bench.put(anItem());
    const { items, more } = await page();
    expect(more).toBe(false);
    expect(items).toMatchObject([{ pseudonym: 'somebody', score: 60, personScore: 80 }]);
    expect(JSON.stringify(items)).not.toMatch(/profile-1|owner-1/);
  });

  it('of a vacancy nobody fits are an empty list', async () => {
    expect(await page()).toEqual({ items: [], more: false });
  });

  it('are not shown to another employer, who does not even learn that there are any', async () => {
    const foreign = page('vacancy-1', 50, anEmployer('other'));
    await expect(foreign).rejects.toMatchObject({ kind: 'missing', code: 'VACANCY_NOT_FOUND' });
    await expect(page('nobody')).rejects.toMatchObject({ code: 'VACANCY_NOT_FOUND' });
  });

  it('say whether there are more', async () => {
    await bench.put(anItem(), anItem({ profileId: 'profile-2', pseudonym: 'another' }));
    expect(await page('vacancy-1', 1)).toMatchObject({ more: true, items: [{ pseudonym: 'another' }] });
    expect((await page('vacancy-1', 2)).more).toBe(false);
  });

  it('of a vacancy posted a moment ago wait until its card is read', async () => {
    read = 9;
    let done = false;
    const asked = page('new').finally(() => (done = true));
    await eventually(() => expect(done).toBe(false));
    await bench.cards.keep([aCard({ vacancyId: 'new' })]);
    read = 10;
    expect(await asked).toEqual({ items: [], more: false });
  });
});

describe('a ticket', () => {
  it('stands for its caller for thirty seconds, and cannot be guessed', async () => {
    const issuing = new IssueTicket(bench.tickets, bench.clock);
    const [one, two] = [await issuing.issue(anEmployer()), await issuing.issue(anEmployer())];
    expect(one.ticket).not.toBe(two.ticket);
    expect(one.ticket.length).toBeGreaterThanOrEqual(32);
    expect(Date.parse(one.expiresAt) - bench.clock.now().getTime()).toBe(30_000);
    const redeemed = await bench.tickets.redeem(one.ticket, bench.clock.now());
    expect(redeemed?.caller).toEqual({
      owner: 'owner of acme',
      role: 'employer',
      employerId: 'acme',
      expiresAt: 4_000_000_000,
    });
    bench.clock.advance(30_001);
    expect(await bench.tickets.redeem(two.ticket, bench.clock.now())).toBeUndefined();
  });
});
