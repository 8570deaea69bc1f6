import { readShifts } from './read-shifts.js';

const patterns = (text: string) => readShifts(text).map(({ pattern }) => pattern);

describe('shift patterns', () => {
  it.each([
    ['Night shifts on a rotating rota', ['nights', 'rota']],
    ['You work alternate weekends and evenings', ['weekends', 'evenings']],
    ['Earlies and lates, twelve-hour shifts', ['earlies-and-lates', 'twelve-hour', 'rota']],
    ['An on-call rota applies', ['on-call']],
    ['Annualised hours, flexible working', ['annualised', 'flexible']],
    ['Monday to Friday, 9 to 5', ['weekdays']],
    ['Shifts are 12 hours, Saturdays and Sundays included', ['rota', 'twelve-hour', 'weekends']],
    ['A seven day service, worked on a six week rota', ['weekends', 'rota']],
    ['A flexible schedule with night and weekend tours', ['flexible', 'nights', 'weekends']],
  ])('are read from "%s"', (text, expected) => {
    expect(patterns(text)).toEqual(expected);
  });

  it.each([
    'There are no nights and no weekends off the table',
    'Enhancements for night shifts',
    'Your weekends are free',
    'The service is open 24/7',
    'We are there for you 24/7',
    'First choice of available shifts',
    'Saturdays/Nights: £22.91',
    'The service currently runs over 7 days',
    'Calls are taken in the early or late evening',
    'Without on-call',
    '',
  ])('are not stated by "%s"', (text) => {
    expect(patterns(text).filter((one) => one !== 'weekdays')).toEqual([]);
  });
});
