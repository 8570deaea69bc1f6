import { Sessions, newSession } from './sessions.js';

it('finds a session by its id and nothing else', () => {
  const sessions = new Sessions(() => 0);
  const session = newSession();
  expect(sessions.find(sessions.begin(session))).toBe(session);
  expect(sessions.find('made-up')).toBeUndefined();
  expect(sessions.find(undefined)).toBeUndefined();
});

it('keeps no more than it may: the longest unused one goes', () => {
  const sessions = new Sessions(() => 0, 2);
  const [first, second] = [sessions.begin(newSession()), sessions.begin(newSession())];
  sessions.find(first);
  sessions.begin(newSession());
  expect(sessions.find(first)).toBeDefined();
  expect(sessions.find(second)).toBeUndefined();
});

it('forgets one that nobody used for half a day', () => {
  let now = 0;
  const sessions = new Sessions(() => now);
  const id = sessions.begin(newSession());
  now = 12 * 3_600_000 + 1;
  expect(sessions.find(id)).toBeUndefined();
});
