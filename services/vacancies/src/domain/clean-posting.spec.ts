import { aPosting } from '../testing/builders.js';
import { cleanPosting } from './clean-posting.js';

const clean = (changes: { title?: string; description?: string }) => cleanPosting(aPosting(changes));

it('lets no script, handler, style or link through', () => {
  const description = `<p onclick="steal()">Ward <b style="x">work</b></p><script>steal()</script>
    <img src=x onerror=steal()><a href="javascript:steal()">apply</a><iframe src="//evil"></iframe>`;
  const { posting } = clean({ description });
  expect(posting.description).not.toMatch(/steal|script|onclick|style|href|src|evil/);
  expect(posting.description).toContain('<b>work</b>');
});

it('lets no script through that was escaped once or twice', () => {
  for (const description of [
    'Ward &lt;script&gt;steal()&lt;/script&gt;',
    'Ward &amp;lt;img src=x onerror=steal()&amp;gt;',
  ])
    expect(clean({ description }).posting.description).not.toMatch(/<script|<img|onerror/);
});

it('takes contacts out of title and description', () => {
  const { posting } = clean({
    title: 'Nurse, call 0113 496 0000',
    description: '<p>Write to <b>jane.smith@example.org</b> or ring 07700 900123.</p>',
  });
  expect(`${posting.title} ${posting.description}`).not.toMatch(/0113|jane|900123/);
  expect(posting.description).toMatch(/^<p>/);
});

it('makes one line of a title', () => {
  expect(clean({ title: ' Staff\n\tNurse\u200B ' }).posting.title).toBe('Staff Nurse');
});

it('keeps a word whole that a soft hyphen or a joiner goes through', () => {
  expect(clean({ title: 'Physio\u00ADthera\u200Dpist' }).posting.title).toBe('Physiotherapist');
});

it.each(['<p> </p><br>', '<script>work()</script>', '&nbsp;'])(
  'refuses %j, of which nothing readable is left',
  (description) => {
    expect(() => clean({ description })).toThrow(
      expect.objectContaining({
        kind: 'invalid',
        faults: [expect.objectContaining({ field: 'description' })],
      }),
    );
  },
);

it('changes nothing when what it made is cleaned again', () => {
  const once = clean({ description: 'Pay < £20 & > £15\n\nCall Jane on 0113 496 0000' });
  expect(cleanPosting(once.posting).posting).toEqual(once.posting);
});

it('gives title and description in plain words for reading', () => {
  expect(clean({ description: '<ul><li>care</li><li>write &amp; read</li></ul>' }).text).toBe(
    'Registered Nurse\n- care\n- write & read',
  );
});
