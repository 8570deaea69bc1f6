import { Instant, text } from './text.js';

it.each([
  ['2026-01-31', '2026-01-31T23:59:59.999Z'],
  ['2026-01-31T17:00:00Z', '2026-01-31T17:00:00.000Z'],
  ['2026-01-31T17:00:00+01:00', '2026-01-31T16:00:00.000Z'],
  ['9999-12-31T23:59:59-05:00', '9999-12-31T23:59:59.999Z'],
])('the instant %s is %s', (written, read) => {
  expect(Instant.parse(written)).toBe(read);
});

it.each(['', '2026-02-30', '31.01.2026', '2026-01-31T17:00:00', 'tomorrow', '2026-01-31T25:00:00Z'])(
  'the instant %j is refused',
  (written) => {
    expect(Instant.safeParse(written).success).toBe(false);
  },
);

it('counts characters as people do', () => {
  expect(text(3).safeParse('👩‍⚕️'.normalize()).success).toBe(false);
  expect(text(3).safeParse('💊💊💊').success).toBe(true);
  expect(text(3).safeParse('💊💊💊💊').success).toBe(false);
  expect(text(3).safeParse('\u200B\u00AD').success).toBe(false);
});
