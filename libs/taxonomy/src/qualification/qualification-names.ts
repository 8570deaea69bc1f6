// Where a qualification is named: by its name in data/qualifications.json, if the words beside it allow that.
import { readData } from '../read-data.js';
import { PhraseTrie } from '../text/phrase-trie.js';
import type { Qualification } from './qualification.types.js';
import type { Wording } from './qualification-words.js';

export interface NamedQualification extends Qualification {
  names?: string[];
  /** Names that count only in exactly these letters: "BA", "Masters". */
  written?: string[];
  /** Words beside it that give it another meaning: a high degree, a degree of care. */
  notBefore?: string[];
  notAfter?: string[];
  /** A number behind it is its level: "NVQ 3". */
  numbered?: true;
  /** A word for many: it gives way to a name beside it ("NVQ diploma"). */
  generic?: true;
  /** It counts with a subject, or with a level, only. */
  needs?: 'subject' | 'level';
}

interface Name {
  named: NamedQualification;
  written?: string;
}

export interface NameAt {
  named: NamedQualification;
  to: number;
}

const names = new PhraseTrie<Name>();
for (const named of readData<NamedQualification[]>('qualifications.json')) {
  for (const written of named.written ?? []) names.add(written.replaceAll('.', ''), { named, written });
  for (const name of named.names ?? []) names.add(name, { named });
}

function isAsWritten({ text, words }: Wording, from: number, to: number, written: string): boolean {
  const found = text
    .slice(words[from]?.start, words[to - 1]?.end)
    .replaceAll('\u0307', '.')
    .replaceAll('\u2019', "'");
  return ['', '.', 's', "'s"].some((ending) => found === written + ending);
}

/** The longest name that begins at a word. */
export function nameAt(wording: Wording, at: number): NameAt | undefined {
  const match = names.longestAt(wording.words, at, ({ named, written }, from, to) => {
    if (written !== undefined && !isAsWritten(wording, from, to, written)) return false;
    if (wording.text.slice(wording.words[from]?.start, wording.words[to - 1]?.end).includes('/'))
      return false;
    const isBefore = !wording.isNew(from) && named.notBefore?.includes(wording.key(from - 1));
    const isAfter = wording.isJoined(to) && named.notAfter?.includes(wording.key(to));
    return isBefore !== true && isAfter !== true;
  });
  return match && { named: match.value.named, to: match.to };
}
