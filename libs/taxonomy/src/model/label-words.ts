// All labels of all concepts as numbers of words: flat, so that a hundred thousand of them cost little.

/** Labels lie one after the other, those of a concept together, its main label first. */
export interface LabelWords {
  /** Where each label's words begin in `words`; one more at the end. */
  starts: Int32Array;
  words: Int32Array;
  /** Where each concept's labels begin in `starts`; one more at the end. */
  concepts: Int32Array;
  /** The concept of each label. */
  conceptOf: Int32Array;
  /** How long the sum of each label's vectors is. */
  norms: Float32Array;
}

/** For every word the labels that have it. */
export interface Postings {
  starts: Int32Array;
  labels: Int32Array;
}

/** Each label once a word, however often it has it. */
export function postingsOf({ starts, words }: LabelWords, vocabulary: number): Postings {
  const counts = new Int32Array(new SharedArrayBuffer(4 * (vocabulary + 1)));
  const each = (visit: (word: number, label: number) => void) => {
    for (let label = 0; label + 1 < starts.length; label += 1)
      for (let at = starts[label] as number; at < (starts[label + 1] as number); at += 1)
        if (words.indexOf(words[at] as number, starts[label]) === at) visit(words[at] as number, label);
  };
  each((word) => (counts[word + 1] = (counts[word + 1] as number) + 1));
  for (let word = 0; word < vocabulary; word += 1)
    counts[word + 1] = (counts[word + 1] as number) + (counts[word] as number);
  const next = counts.slice();
  const labels = new Int32Array(new SharedArrayBuffer(4 * (counts[vocabulary] as number)));
  each((word, label) => {
    labels[next[word] as number] = label;
    next[word] = (next[word] as number) + 1;
  });
  return { starts: counts, labels };
}
