import { advertView, aroundNothing, neighbourFeatures } from './advert-view.js';
import { gateFeatureNames, gateFeatures } from './gate-features.js';
import { coreMs } from '../testing/core-ms.js';

const text = `Cook

We look after forty guests.

About you
- experience of baking bread
- able to lead a kitchen

Benefits:
Free meals. A pension.`;

describe('An advert as its sentences', () => {
  it('knows the heading above each of them', () => {
    const kinds = advertView(text).map(({ text: sentence, around }) => [
      sentence,
      around.slice(0, 5).findIndex((value) => value === 1),
    ]);
    expect(kinds).toContainEqual(['experience of baking bread', 0]);
    expect(kinds).toContainEqual(['able to lead a kitchen', 0]);
    expect(kinds).toContainEqual(['A pension', 2]);
    expect(kinds[0]).toEqual(['Cook', -1]);
  });

  it('has as many features for a sentence alone', () => {
    for (const { around } of advertView(text)) expect(around).toHaveLength(aroundNothing.length);
    expect(gateFeatures('able to lead a kitchen', () => true)).toHaveLength(gateFeatureNames.length);
  });

  it('tells what the sentences around say, up to the ends', () => {
    expect(neighbourFeatures([3, 6, 9], 1)).toEqual(
      [1, 3, 1 / 9, 7 / 9, 3, 1].map((value) => expect.closeTo(value, 6)),
    );
  });

  it('reads a text of one endless line in linear time', () => {
    expect(coreMs(() => advertView('lead a kitchen; '.repeat(40_000)))).toBeLessThan(2000);
    expect(coreMs(() => advertView('\n'.repeat(400_000)))).toBeLessThan(2000);
  });
});
