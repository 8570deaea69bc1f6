import { mergePatch } from './merge-patch.js';

// The examples of RFC 7396, appendix A, whose target and patch are objects.
it.each([
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
])('%j patched with %j is %j', (target, patch, result) => {
  expect(mergePatch(target, patch)).toEqual(result);
});

it('leaves the target as it was', () => {
  const target = { a: { b: 'c' } };
  mergePatch(target, { a: { b: null } });
  expect(target).toEqual({ a: { b: 'c' } });
});

it('takes what is undefined as left out', () => {
  expect(mergePatch({ a: 1 }, { a: undefined })).toEqual({ a: 1 });
});
