import { afterClose, afterTicketRefusal, pauseOf } from './reconnect-policy.js';

it.each([1006, 1001, 1011, 3000, 3003, 3499])('comes back after close code %i', (code) => {
  expect(afterClose(code, 0, 0.5)).toMatchObject({ comeBack: true });
});

it.each([3500, 3501, 3999, 1009])('never comes back after close code %i', (code) => {
  expect(afterClose(code, 0, 0.5)).toEqual({ comeBack: false, why: 'refused' });
});

it('waits longer each time, up to half a minute, and never the same for all', () => {
  expect([0, 1, 2, 3].map((attempt) => pauseOf(attempt, 1))).toEqual([1000, 2000, 4000, 8000]);
  expect(pauseOf(50, 1)).toBe(30_000);
  expect(pauseOf(3, 0)).toBe(4000);
});

it('stops when nobody is signed in any more, and only then', () => {
  expect(afterTicketRefusal(401, 0, 0.5)).toEqual({ comeBack: false, why: 'signed-out' });
  expect(afterTicketRefusal(503, 0, 0.5)).toMatchObject({ comeBack: true });
  expect(afterTicketRefusal(0, 0, 0.5)).toMatchObject({ comeBack: true });
});
