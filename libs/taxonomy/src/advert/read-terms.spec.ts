import { normaliseText } from './normalise-text.js';
import { readContract } from './read-contract.js';
import { readHours } from './read-hours.js';
import { readRemote } from './read-remote.js';

describe('hours', () => {
  it.each([
    ['Full time or part time', ['full-time', 'part-time']],
    ['37.5 hours per week', ['full-time']],
    ['15 hours/week', ['part-time']],
    ['22.5 hrs pw', ['part-time']],
    ['16 to 37.5 hours per week', ['full-time', 'part-time']],
    ['0.6 WTE', ['part-time']],
    ['24 hours a day', []],
    ['Hours: 37.5', ['full-time']],
    ['Hours: 9.30am to 5pm', []],
    ['Two years of full-time paid experience', []],
    ['A full-time starting salary, pro rata for part time', []],
    ['Those unable for personal reasons to work full-time may apply', ['full-time', 'part-time']],
    ['We have a full life', []],
  ])('of "%s" are %j', (text, hours) => {
    expect(readHours(text)).toEqual(hours);
  });
});

describe('the contract', () => {
  it.each([
    ['Permanent', 'permanent'],
    ['12 month FTC', 'fixed-term'],
    ['Fixed-term, may become permanent', 'fixed-term'],
    ['Maternity cover', 'fixed-term'],
    ['Bank Staff Nurse', 'temporary'],
    ['Locum Consultant', 'temporary'],
    ['Business Administration Apprentice', 'apprenticeship'],
    [
      'We support staff through preceptorship, training, mentoring and many other things, apprenticeships among them',
      undefined,
    ],
    ['Investment bank analyst', undefined],
    ['We are looking for bank pharmacists', 'temporary'],
    ['Join our staff bank', 'temporary'],
    ['Join us for 27 days and bank holidays', undefined],
    ['To cover a colleague who is on maternity leave', 'fixed-term'],
    ['Open only to permanent clerical associates', undefined],
    ['Candidates who are permanent in the title', undefined],
    ['You may do optional locum sessions', undefined],
    ['In the temporary absence of the manager', undefined],
    ['Nurse', undefined],
  ])('of "%s" is %s', (text, contract) => {
    expect(readContract(text)).toBe(contract);
  });
});

describe('remote work', () => {
  it.each([
    ['Fully remote', 'full'],
    ['Location: remote', 'full'],
    ['Software engineer (remote)', 'full'],
    ['Hybrid working, 2 days in the office', 'hybrid'],
    ['You may work from home at times', 'hybrid'],
    ['No remote working', 'none'],
    ['A remote area of Wales', undefined],
    ['Remote monitoring of patients', undefined],
    ['Staff are currently working from home because of the pandemic', undefined],
    ['Home based rehabilitation', undefined],
  ])('in "%s" is %s', (text, remote) => {
    expect(readRemote(text)).toBe(remote);
  });
});

it('two texts that differ in case, accents and punctuation are one', () => {
  expect(normaliseText('  Crèche —  Nurse, (Band 5)!')).toBe(normaliseText('CRECHE nurse band 5'));
});
