import { expectedRevision } from './revision-header.js';

it.each([
  [undefined, undefined],
  ['*', undefined],
  ['"7"', 7],
  ['W/"7"', 7],
  [' "12" ', 12],
])('%j asks for revision %j', (header, revision) => {
  expect(expectedRevision(header)).toBe(revision);
});

it.each(['', '7', '"seven"', '"-1"', '"7", "8"', '"1.5"', `"${'9'.repeat(16)}"`])('refuses %j', (header) => {
  expect(() => expectedRevision(header)).toThrow(
    expect.objectContaining({ kind: 'invalid', faults: [expect.objectContaining({ field: 'If-Match' })] }),
  );
});
