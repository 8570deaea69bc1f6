import * as fc from 'fast-check';
import { cleanAdvert } from './clean-advert.js';

const allowed = /<\/?(?:p|ul|ol|li|strong|em|b|i|h[2-4])>|<br \/>/g;

describe('cleaning an advert', () => {
  it.each([
    '<p>Wound <b>care</b></p>',
    '&lt;p&gt;Wound &lt;b&gt;care&lt;/b&gt;&lt;/p&gt;',
    '&amp;lt;p&amp;gt;Wound &amp;lt;b&amp;gt;care&amp;lt;/b&amp;gt;&amp;lt;/p&amp;gt;',
  ])('undoes escaping: %s', (input) => {
    expect(cleanAdvert(input)).toEqual({ html: '<p>Wound <b>care</b></p>', text: 'Wound care' });
  });

  it('keeps line breaks and list items in the text', () => {
    const { text } = cleanAdvert('<p>You have:</p><ul><li>Wound care</li><li>Phlebotomy</li></ul>One<br>Two');
    expect(text).toBe('You have:\n- Wound care\n- Phlebotomy\nOne\nTwo');
  });

  it('lets no script, attribute, link or style through', () => {
    const { html } = cleanAdvert(
      '<p onclick="x()" style="a">Hi <a href="javascript:alert(1)">there</a><script>alert(1)</script><img src=x onerror=y><style>p{}</style></p>',
    );
    expect(html).toBe('<p>Hi there</p>');
  });

  it('is not tricked by a script that appears once unescaped', () => {
    const { html } = cleanAdvert(
      '<p>x</p>&lt;script&gt;alert(1)&lt;/script&gt;&amp;lt;img src=x onerror=y&amp;gt;',
    );
    expect(html).not.toMatch(/<(script|img)/);
  });

  it('keeps a "<" that begins no tag, in HTML and in plain text', () => {
    expect(cleanAdvert('BMI < 30 & rising <name>').text).toBe('BMI < 30 & rising <name>');
    expect(cleanAdvert('<p>BMI < 30</p>')).toEqual({ html: '<p>BMI &lt; 30</p>', text: 'BMI < 30' });
  });

  it('makes paragraphs of plain text', () => {
    expect(cleanAdvert('One\nTwo\n\nThree').html).toBe('<p>One<br />Two</p>\n<p>Three</p>');
  });

  it('drops control and zero-width characters', () => {
    expect(cleanAdvert('a\u0000b\u200bc\u202ed\ud800').text).toBe('abcd');
    expect(cleanAdvert('\u200b \u0007').text).toBe('');
  });

  it('leaves only allowed tags, balanced signs and no control characters, whatever comes in', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<script>',
      '<li>',
      '&lt;',
      '&amp;lt;',
      '>',
      '<',
      '<b',
      '&#60;',
      '&#x3c;script&#x3e;',
      '<img src=x>',
      'a',
      '\n',
      '<!--',
      '-->',
      '<svg/onload=x>',
      '&',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 40 }), (parts) => {
        const { html } = cleanAdvert(parts.join(''));
        expect(html.replaceAll(allowed, '')).not.toMatch(/[<>]|(?![\t\n])\p{Cc}/u);
      }),
      { numRuns: 1000 },
    );
  });
});
