import type { Alert } from '@jobwire/contracts';
import { alertView } from './alert-view.js';

const alert = (more: Partial<Alert>): Alert => ({
  position: 7,
  id: 'a1',
  vacancyId: 'v1',
  state: 'found',
  score: 80,
  reasons: [{ part: 'skills', points: 80, of: 100, text: 'You have both skills asked for.' }],
  vacancy: { title: 'Chef', employerName: 'Harvest Table', location: 'Bath' },
  seen: false,
  at: '2026-01-05T09:00:00Z',
  ...more,
});

it.each([
  [{ state: 'found', seen: false }, 'New'],
  [{ state: 'changed', seen: false }, 'Changed'],
  [{ state: 'found', seen: true }, undefined],
  [{ state: 'withdrawn', seen: false }, 'Withdrawn'],
  [{ state: 'withdrawn', seen: true }, 'Withdrawn'],
] as const)('%j is tagged %s', (more, tag) => {
  expect(alertView(alert(more)).tag?.text).toBe(tag);
});

it('has another version when it moved or was seen, so that the page shows it anew', () => {
  const versions = [alert({}), alert({ position: 8 }), alert({ seen: true })].map(
    (one) => alertView(one).version,
  );
  expect(new Set(versions).size).toBe(3);
});
