import { scanWords } from '../text/scan-words.js';

/** A stretch [start, end) of a text that says one thing. */
export interface Sentence {
  start: number;
  end: number;
  text: string;
}

// Words; a list without any full stop is cut here, so that no sentence costs the square of a text.
const longest = 60;

/** The sentences, list items and lines of a text, without the signs between them. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = -1;
  let end = 0;
  let words = 0;
  const close = () => {
    if (start >= 0) sentences.push({ start, end, text: text.slice(start, end) });
    start = -1;
  };
  for (const word of scanWords(text)) {
    if (word.gap === 2 || words >= longest) close();
    if (start < 0) {
      start = word.start;
      words = 0;
    }
    end = word.end;
    words += 1;
  }
  close();
  return sentences;
}
