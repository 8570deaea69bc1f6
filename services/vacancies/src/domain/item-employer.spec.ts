import { anItem } from '../testing/builders.js';
import { itemEmployer } from './item-employer.js';

function id(name: string, source = 'feed'): string {
  return itemEmployer(anItem({ employer: { name }, source }), undefined).id;
}

it('tells organisations apart that are written in other letters', () => {
  const ids = ['株式会社', 'Больница', '***', '&&&'].map((name) => id(name));
  expect(new Set(ids).size).toBe(ids.length);
});

it('takes the same name for one, however it is written, and another source for another', () => {
  expect(id('St. James’s HOSPITAL')).toBe(id('st james s hospital'));
  expect(id('Hospital', 'other feed')).not.toBe(id('Hospital'));
});
