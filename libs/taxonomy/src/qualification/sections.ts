// What the list says that a line stands in: the last words before it that look like a heading, on lines of their own or not.
import type { Need } from '../taxonomy.types.js';
import type { Wording } from './qualification-words.js';

interface Section {
  /** The first word under it. */
  at: number;
  need: Need;
}

/** Headings end a stretch of text; of a long one its last characters are looked at. */
const longestTail = 70;
const shapes: readonly [Need, RegExp][] = [
  [
    'mentioned',
    /\b(?:benefits?|we (?:can |also )?(?:offer|provide)|on offer|in return|rewards?|will (?:get|receive)|package|what.s in it)\b[^.]{0,35}$/i,
  ],
  [
    'desired',
    /\b(?:desir(?:able|ed)|preferred|advantageous) (?:skills?|qualifications?|experience|criteria|requirements?|attributes)\b[^.]{0,25}$|^\W*(?:highly |also )?(?:desir(?:able|ed)|preferred|nice to have)\b[^.]{0,25}$/i,
  ],
  [
    'required',
    /\b(?:requirements?|requires|essential|qualifications?|criteria|must have|(?:will|should|must) (?:have|be|possess|hold)|person specification|education|to be successful|looking for|you have|about you|need to)\b[^.]{0,35}$/i,
  ],
];

/** What the list at a word says, asked in the order of the text; a text without headings asks for what it lists. */
export function sectionReader(wording: Wording): (at: number) => Need {
  const sections = sectionsOf(wording);
  let passed = 0;
  return (at) => {
    while ((sections[passed]?.at ?? Infinity) <= at) passed += 1;
    return sections[passed - 1]?.need ?? 'required';
  };
}

/** A line that ends with a full stop is no heading. */
function sectionsOf(wording: Wording): Section[] {
  const { text, words } = wording;
  const sections: Section[] = [];
  let first = 0;
  for (let at = 1; at < words.length; at += 1) {
    const gap = wording.between(at - 1, at);
    if (!/[\n\u2022\u00b7*:]|^\s+-/.test(gap)) continue;
    const end = words[at - 1]?.end ?? 0;
    const tail = text.slice(Math.max(words[first]?.start ?? 0, end - longestTail), end);
    const found = gap.startsWith('.') ? undefined : shapes.find(([, shape]) => shape.test(tail));
    if (found) sections.push({ at, need: found[0] });
    first = at;
  }
  return sections;
}
