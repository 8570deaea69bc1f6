import { LearntTitles, titleFiles, titleTables, trustIn } from './learnt-titles.js';
import { TitleReader, type TitleSources } from './title-reader.js';
import { trainTitles } from '../build/train-titles.js';

const one = { weights: [1], means: [0], spreads: [1] };
const weights = { ranker: one, learnt: one, confidence: { slope: 0.5, constant: -0.5 } };

const candidatesOf = (scores: Record<string, number>) => () =>
  Object.entries(scores).map(([occupation, score]) => ({ occupation, features: [score] }));

const byLabel = { candidates: candidatesOf({ baker: 3, cook: 1 }) };
const against = candidatesOf({ cook: 2, baker: 1 });

function firstOf(sources: Partial<TitleSources>): string | undefined {
  const reader = new TitleReader(weights, { labels: byLabel, ...sources });
  return reader.read('Baker')[0]?.occupation;
}

const vectors = {
  dimensions: 4,
  unitOf: () => Float32Array.of(1, 0, 0, 0),
  likeness: (): [number, number] => [0, 0],
};

function notAsked(): never {
  throw new Error('labels were asked');
}

describe('A title', () => {
  it('is read by labels where nothing was learnt', () => {
    expect(firstOf({})).toBe('baker');
  });

  it.each([
    [50, 'baker'],
    [3000, 'cook'],
  ])('is decided by labels or by %d learnt titles, whichever knows more', (titles, first) => {
    expect(firstOf({ learnt: { trust: trustIn(titles), candidates: against } })).toBe(first);
  });

  it('is decided by thousands of titles alone, and labels are not even asked', () => {
    const labels = { candidates: notAsked };
    expect(firstOf({ labels, learnt: { trust: trustIn(4000), candidates: against } })).toBe('cook');
  });

  it('is read by labels when no part of it was learnt', () => {
    expect(firstOf({ learnt: { trust: 1, candidates: () => [] } })).toBe('baker');
  });

  it('means the occupation it names word for word, even one that labels did not find', () => {
    expect(firstOf({ named: () => 'cook' })).toBe('cook');
    expect(firstOf({ named: () => 'miller' })).toBe('miller');
  });

  it('has shares that add up to one, and confidences below them', () => {
    const learnt = { trust: 0.5, candidates: against };
    const read = new TitleReader(weights, { labels: byLabel, learnt }).read('Baker');
    expect(read.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    for (const { share, confidence } of read) expect(confidence).toBeLessThanOrEqual(share + 0.001);
  });
});

it('trusts what was learnt the more, the more titles there were', () => {
  const labels = [{ title: 'baker', occupation: 'baker' }];
  const trust = (count: number) => {
    const titles = Array.from({ length: count }, (_, at) => ({ title: `cook ${at}`, occupation: 'cook' }));
    const files = trainTitles(titles, labels, vectors);
    const part = (name: string) => Buffer.from(files.get(name) ?? []);
    return new LearntTitles(titleTables(part(titleFiles.numbers)), part(titleFiles.names), vectors).trust;
  };
  expect(trust(5)).toBeLessThan(0.1);
  expect(trust(5)).toBeLessThan(trust(50));
});
