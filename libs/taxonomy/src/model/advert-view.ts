// An advert as its sentences with what stands around each: the heading above, the place in the text, the neighbours.
import { readData } from '../read-data.js';
import { isHeading } from '../text/is-heading.js';
import { sentencesOf, type Sentence } from './sentences.js';

const headings = Object.values(
  readData<{ headings: Record<string, string> }>('gate-patterns.json').headings,
).map((source) => new RegExp(source, 'i'));

/** So many lines below it a heading hardly counts. */
const headingReach = 12;
const farFromHeading = 0.3;

interface HeadingAt {
  line: number;
  kind: number;
}

/** A sentence, and what is seen of the text around it apart from other sentences. */
export interface SentenceInAdvert extends Sentence {
  /** By kind of the heading above, then the place in the text, whether it is alone in its line, before a colon. */
  around: number[];
}

/** Of a sentence that is all of its text: nothing is known of what stands around it. */
export const aroundNothing = [...headings.map(() => 0), 0.5, 0, 0, 0];

/** The kind of each heading and the number of its line, by where the line ends. */
function linesOf(text: string): { end: number; above: HeadingAt | undefined; line: number }[] {
  const lines: { end: number; above: HeadingAt | undefined; line: number }[] = [];
  let above: HeadingAt | undefined;
  let line = 0;
  for (let at = 0; at <= text.length;) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const written = end - at > 200 ? '' : text.slice(at, end).trim();
    lines.push({ end, above, line });
    if (written !== '') line += 1;
    const kind = isHeading(written) ? headings.findIndex((pattern) => pattern.test(written)) : -1;
    if (kind >= 0) above = { line, kind };
    at = end + 1;
  }
  return lines;
}

export function advertView(text: string): SentenceInAdvert[] {
  const lines = linesOf(text);
  const sentences = sentencesOf(text);
  let at = 0;
  return sentences.map((sentence, index) => {
    while ((lines[at]?.end ?? text.length) < sentence.start && at < lines.length - 1) at += 1;
    const { above, line = 0 } = lines[at] ?? {};
    const kinds = headings.map((_, kind) =>
      above?.kind === kind ? (line - above.line < headingReach ? 1 : farFromHeading) : 0,
    );
    const lineStart = at === 0 ? 0 : (lines[at - 1]?.end ?? -1) + 1;
    const opens = /^[\s\-*\u2022\u00b7\d.)o]*$/.test(text.slice(lineStart, sentence.start).slice(0, 40));
    const isBeforeColon = /^\s*:/.test(text.slice(sentence.end, sentence.end + 3));
    const place = index / sentences.length;
    return {
      ...sentence,
      around: [...kinds, place, index === 0 ? 1 : 0, opens ? 1 : 0, isBeforeColon ? 1 : 0],
    };
  });
}

const ends = -1;

/** What the sentences around say, from the first guess of each: the one before, the one after, and three each way. */
export function neighbourFeatures(guesses: readonly number[], at: number): number[] {
  const guess = (place: number): number => guesses[place] ?? ends;
  const [before, after] = [guess(at - 1), guess(at + 1)];
  const mean = (places: readonly number[]) => places.reduce((sum, place) => sum + guess(place), 0) / 3;
  return [
    before,
    after,
    mean([at - 3, at - 2, at - 1]),
    mean([at + 1, at + 2, at + 3]),
    Math.max(before, after),
    Math.min(before, after),
  ].map((value) => value / 3);
}
