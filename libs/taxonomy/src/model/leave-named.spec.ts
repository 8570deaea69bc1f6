import { leaveNamed } from './leave-named.js';

const text = 'You operate a forklift truck as a registered nurse and use Microsoft Office software.';
const span = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length });
const named = [
  { id: 'licence', ...span('forklift truck') },
  { id: 'registration', ...span('registered nurse') },
  { id: 'tool', ...span('Microsoft Office') },
];
const isPaper = (id: string) => id !== 'tool';

it.each([
  ['operate a forklift', true],
  ['operate a forklift truck', true],
  ['forklift truck', false],
  ['nurse', false],
  ['use Microsoft Office', false],
  ['Office software', false],
  ['operate', true],
])('of "%s" beside names it is %s that it is told', (quote, isTold) => {
  expect(leaveNamed([span(quote)], named, isPaper)).toEqual(isTold ? [span(quote)] : []);
});
