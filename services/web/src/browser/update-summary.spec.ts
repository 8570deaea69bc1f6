import { UpdateSummary } from './update-summary.js';

const alert = (id: string, state: 'found' | 'changed' | 'withdrawn') =>
  ({ kind: 'alert', id, state }) as const;
const candidate = (id: string, vacancy: string) => ({ kind: 'candidate', id, vacancy }) as const;

function said(...updates: Parameters<UpdateSummary['add']>[0][]): string {
  const summary = new UpdateSummary();
  for (const update of updates) summary.add(update);
  return summary.take();
}

it('300 matches are one sentence', () => {
  const updates = Array.from({ length: 300 }, (_, index) => alert(`v${index}`, 'found'));
  expect(said(...updates)).toBe('300 new matches.');
});

it('says what came, changed and went together', () => {
  expect(said(alert('a', 'found'), alert('b', 'changed'), alert('c', 'withdrawn'))).toBe(
    '1 new match, 1 match changed, 1 match withdrawn.',
  );
});

it('counts an item once: what came and changed is new, what came and went was never there', () => {
  expect(said(alert('a', 'found'), alert('a', 'changed'))).toBe('1 new match.');
  expect(said(alert('a', 'found'), alert('a', 'withdrawn'))).toBe('');
});

it('names the vacancy whose candidates moved, and only counts when there are several', () => {
  expect(said(candidate('x', 'Chef'), candidate('y', 'Chef'))).toBe('2 candidates changed for Chef.');
  expect(said(candidate('x', 'Chef'), candidate('x', 'Waiter'))).toBe('candidates changed for 2 vacancies.');
});

it('says nothing twice', () => {
  const summary = new UpdateSummary();
  summary.add(alert('a', 'found'));
  summary.take();
  expect(summary.take()).toBe('');
  expect(summary.empty).toBe(true);
});
