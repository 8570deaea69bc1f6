import { NotFoundException } from '@nestjs/common';
import { DomainError, UnavailableError, type ErrorKind } from '@jobwire/kernel';
import { sourceOf } from './problem.filter.js';
import { problemOf } from './problem.js';

const refusal = (kind: ErrorKind, code = 'SOME_CODE') => new DomainError({ kind, code, message: 'why' });

it.each<[ErrorKind, number]>([
  ['invalid', 422],
  ['unauthenticated', 401],
  ['forbidden', 403],
  ['missing', 404],
  ['conflict', 409],
  ['stale', 412],
  ['too-large', 413],
  ['limited', 429],
  ['unavailable', 503],
])('a refusal of the kind %s is %d with its own code', (kind, status) => {
  expect(sourceOf(refusal(kind))).toMatchObject({ status, code: 'SOME_CODE', detail: 'why' });
});

it.each([
  ['NOT_JSON', 400],
  ['INVALID_QUERY', 400],
  ['BAD_CURSOR', 400],
  ['WRONG_MEDIA_TYPE', 415],
])('%s is %d', (code, status) => {
  expect(sourceOf(refusal('invalid', code)).status).toBe(status);
});

it('a dependency that is away is 503, without saying which', () => {
  const source = sourceOf(new UnavailableError('disk /data/jobwire is full'));
  expect(source).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
  expect(source.detail).not.toContain('/data');
});

it.each([new Error('secret of alice'), new TypeError('secret'), 'secret', undefined, { code: 'secret' }])(
  'a defect is 500 and nothing of it leaves the house',
  (error) => {
    const problem = problemOf(sourceOf(error), 'id-1');
    expect(problem).toMatchObject({ status: 500, code: 'INTERNAL', correlationId: 'id-1' });
    expect(JSON.stringify(problem)).not.toContain('secret');
  },
);

it('an address that nobody knows is 404, whatever Nest says of it', () => {
  expect(sourceOf(new NotFoundException('Cannot GET /x'))).toMatchObject({ status: 404, code: 'NOT_FOUND' });
});

it('more about a refusal never hides what every problem has', () => {
  const error = new DomainError({
    kind: 'conflict',
    code: 'TAKEN',
    message: 'why',
    extra: { vacancyId: 'v', status: 200 },
  });
  expect(problemOf(sourceOf(error), 'id')).toMatchObject({ status: 409, code: 'TAKEN', vacancyId: 'v' });
});
