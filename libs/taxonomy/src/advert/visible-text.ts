// Lets a text be read without its tags and changed without touching them.

/** A stretch [start, end) of a text to be replaced. */
export interface Span {
  start: number;
  end: number;
}

// A tag has a name and nothing else before a space: "<jane@example.org>" is text.
const tag = /<\/?[a-z][a-z\d]*(?:\s[^<>]*)?\/?>/gi;

/** Stands for inline tags in what `withoutTags` gives; a private character, so no advert has it. */
export const inlineMark = '\ue000';

/** The same text, same length, with every character of a tag a line feed: offsets stay, sentences end where blocks do. */
export function withoutTags(text: string): string {
  return text.replaceAll(tag, (whole) =>
    (/^<\/?(?:strong|em|b|i|u|span|a)\b/i.test(whole) ? inlineMark : '\n').repeat(whole.length),
  );
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else result.push({ ...span });
  }
  return result;
}

/** Replaces the spans of a text, keeping every tag inside them; gives the text and how many stretches went. */
export function replaceSpans(
  text: string,
  spans: readonly Span[],
  by: string,
): { text: string; removed: number } {
  const stretches = merged(spans);
  let result = '';
  let done = 0;
  for (const { start, end } of stretches) {
    const tags = text.slice(start, end).match(tag) ?? [];
    result += text.slice(done, start) + by + tags.join('');
    done = end;
  }
  return { text: result + text.slice(done), removed: stretches.length };
}
