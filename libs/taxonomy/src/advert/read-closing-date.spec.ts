import { readClosingDate } from './read-closing-date.js';

const posted = new Date('2026-03-02T09:00:00Z');
const dateIn = (text: string) => readClosingDate(text, posted)?.date;

describe('the closing date', () => {
  it.each([
    ['Closing date 12/03/2026', '2026-03-12'],
    ['Closing date: 12.3.26', '2026-03-12'],
    ['This advert closes on Friday 3rd April.', '2026-04-03'],
    ['Please apply by 3 April 2026', '2026-04-03'],
    ['The closing date for applications is midnight on Sunday 15 March', '2026-03-15'],
    ['Deadline: March 20, 2026', '2026-03-20'],
    ['Applications close 2026-03-31', '2026-03-31'],
    ['Interviews on 1 April. Closing date 20 March.', '2026-03-20'],
  ])('is read from "%s"', (text, date) => {
    expect(dateIn(text)).toBe(date);
  });

  it('without a year is the next such day', () => {
    expect(readClosingDate('Closes on 5 January', new Date('2026-12-20'))?.date).toBe('2027-01-05');
  });

  it.each([
    'Interview date 12/03/2026',
    'Closing date 01/02/2026',
    'Closing date 12/03/2028',
    'Closing date Friday 2 April 2026',
    'Closing date 31 June 2026',
    'We work closely with 12/03/2026 others',
    'Closing date: soon',
    '',
  ])('is unknown in "%s"', (text) => {
    expect(dateIn(text)).toBeUndefined();
  });

  it('comes with its words', () => {
    const text = 'Nice job. Closing date: 12/03/2026 at noon';
    const found = readClosingDate(text, posted);
    expect(found?.quote).toBe('Closing date: 12/03/2026');
    expect(text.slice(found?.start, found?.end)).toBe(found?.quote);
  });
});
