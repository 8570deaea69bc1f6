import * as fc from 'fast-check';
import { stripContacts } from './strip-contacts.js';

const gone = '[contact removed]';
const stripped = (text: string) => stripContacts(text).text;

describe('taking contacts out', () => {
  it.each([
    'jane.smith@nhs.example',
    "o'neill+jobs@sub.trust.example.uk",
    '01234 567890',
    '(01234) 567 890',
    '+44 1234 567890',
    '+44 (0)1234 567890',
    '0044 20 7946 0123',
    '07700 900123',
    '07700900123',
    '020 7946 0123 ext 4321',
    '0800 123 4567',
  ])('removes %s', (contact) => {
    expect(stripContacts(`Call us on ${contact} today`)).toEqual({
      text: `Call us on ${gone} today`,
      removed: 1,
    });
  });

  it.each([
    ['Please contact Jane Smith, Ward Manager.', `Please contact ${gone}, Ward Manager.`],
    ['For a visit speak to Dr Patel or Mr Lee-Jones.', `For a visit speak to ${gone} or ${gone}.`],
    ['Informal visits contact:\nSiobhán O’Brien', `Informal visits contact:\n${gone}`],
    ['Contact our Lead Nurse Anne-Marie Claire on Monday', `Contact our Lead Nurse ${gone} on Monday`],
  ])('removes the people named in "%s"', (text, expected) => {
    expect(stripped(text)).toBe(expected);
  });

  it.each([
    'Contact the Recruitment Team at Leeds General Infirmary.',
    'Pay is £24,907 - £30,615, Band 5, from 01.02.2021 to 01/03/2021.',
    'Ref 916-248103, job 0123, 37.5 hours, ISO 27001, 0.8 WTE.',
    'Call Human Resources or the Medical Staffing Department.',
    'You will manage calls and contact patients in the South West.',
    'Closing date 05 12 2020, room 101.',
    'Dr Martens is a brand and Mary Seacole was a nurse.',
  ])('leaves "%s" alone', (text) => {
    expect(stripContacts(text)).toEqual({ text, removed: 0 });
  });

  it('works on HTML without touching its tags', () => {
    const html = '<p>Contact <strong>Jane</strong> Smith on 01234&nbsp;567890 or <em>j@x.example</em></p>';
    const { text } = stripContacts(html.replace('&nbsp;', '\u00a0'));
    expect(text).not.toMatch(/Jane|Smith|567890|@/);
    expect(text.match(/<[^>]+>/g)).toEqual(html.match(/<[^>]+>/g));
  });

  it('removes an address that stands in angle brackets', () => {
    expect(stripped('Jane <jane@x.example>')).toBe(`Jane <${gone}>`);
  });

  it('never touches a tag and has nothing left to do the second time', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<strong>',
      '</strong>',
      '<br />',
      'Contact ',
      'Jane ',
      'Smith ',
      'Dr ',
      'a@b.example ',
      '01234 567890 ',
      '\u00a324,907 ',
      '. ',
      'the team ',
      ' ext 123',
      '<li>',
      '</li>',
      '+44 ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (parts) => {
        const html = parts.join('');
        const { text } = stripContacts(html);
        expect(text.match(/<[^<>]+>/g)).toEqual(html.match(/<[^<>]+>/g));
        expect(text).not.toContain('a@b.example');
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['Ward Manager: Jane Porter - 01865 271234', 'Porter'],
    ['Jane Porter - Head of Care - jane@example.org', 'Porter'],
    ['Jane van den Porter, jane@example.org', 'Porter'],
    ['Jane Porter - Service Manager\n01865 271234', 'Porter'],
    ['Ask Mr I Porter for details.', 'Porter'],
    ['Please contact Jane [email removed]', 'Jane'],
    ['Contact Sue Porter ward manager on 01865 271234', 'Porter'],
    ['Write to jane.porter2@example net', 'porter'],
  ])('takes the name out of "%s"', (text, name) => {
    expect(stripContacts(text).text).not.toContain(name);
  });

  it.each([
    ['Meet our Chief Executive, Karen Holloway, on the day.', 'Holloway'],
    ['Ask for Priya at the front desk.', 'Priya'],
    ['Our team is led by the experienced manager Gareth.', 'Gareth'],
    ['Contact Ian Rowe. Ian will arrange a visit.', 'Ian'],
    ['NameFiona HartJob titleWard Manager', 'Hart'],
    ['For a chat please contactTony Bell (Head of Care)', 'Bell'],
    ['Get in touch with Joanne Rowe Trust Service Partner', 'Rowe'],
    ['Michelle Ward, Programme Lead', 'Michelle'],
    ['Write to karen.o\u2019[email removed]', 'karen'],
    ['Ring 01924 4989324 at any time', '4989324'],
    ['Telephone: 1227 597111', '597111'],
    ['number01253 955384Additional', '955384'],
    ['Ward matron Noor [email removed]', 'Noor'],
    ['Team Lead on [01296] 315775', '315775'],
    ['[phone removed]/623943', '623943'],
    ['Name [name removed] den Berg Job title Head of Finance', 'Berg'],
    ['Please contact Jo Harrington Hill (Team Lead)', 'Hill'],
    ['Additional contact informationKetan Rowe\nQuality Lead', 'Ketan'],
    ['kamila Hart Clinical Matron', 'Hart'],
    ['If Karen is not available, ask for a colleague.', 'Karen'],
    ['You can discuss this with Dr Clarke.', 'Clarke'],
  ])('finds who is named in "%s"', (text, name) => {
    expect(stripped(text)).not.toContain(name);
  });

  it.each([
    'You will work at the John Radcliffe Hospital and on Jasmine Ward.',
    'Sue Ryder and Marie Curie run hospices, St Mary and Queen Elizabeth too.',
    'The ED Teams and the Cath Lab are on level 2.',
    'What Benefits Will I Receive? Patience and grace.',
    'McDonald and Chelsea are busy, Beverley Town is not.',
    'Post Ref: 457-20-069, shifts 07.00 - 19.30, closing 09.11.2020.',
  ])('leaves what bears a name in "%s"', (text) => {
    expect(stripContacts(text)).toEqual({ text, removed: 0 });
  });
});
