// What an advert asks of a qualification, from the words of its own sentence, and the list that it stands in.
import type { Need } from '../taxonomy.types.js';
import { cues, type Cue, type Wording } from './qualification-words.js';

/** Words that a cue speaks over, before and behind a qualification. */
const reachBefore = 14;
const reachAfter = 9;
const nearBefore = 7;
const sentenceReach = 40;
const nearAfter = 3;
const negatedBefore = 5;
/** A qualification that begins its line, behind "1." or "A recognised", is an item of a list. */
const listReach = 3;

interface CueAt {
  cue: Cue;
  /** Words between it and the qualification. */
  away: number;
}

function firstOfSentence(wording: Wording, at: number): number {
  let first = at;
  while (first > 0 && at - first < reachBefore && !wording.isNew(first)) first -= 1;
  return first;
}

/** "Candidates with a degree in …, … or … are strongly preferred." */
function endsDesired(wording: Wording, from: number): boolean {
  let last = from;
  while (last < wording.words.length && last - from < sentenceReach && !wording.isNew(last)) last += 1;
  return wording.isNew(last) && ['preferred', 'desirable', 'desired'].includes(wording.key(last - 1));
}

function cuesIn(wording: Wording, from: number, to: number): { cue: Cue; from: number; to: number }[] {
  return cues.flatMap(([cue, trie]) => {
    const found: { cue: Cue; from: number; to: number }[] = [];
    for (let at = from; at < to;) {
      const match = trie.longestAt(wording.words, at);
      if (match && match.to <= to) found.push({ cue, from: at, to: match.to });
      at = match?.to ?? at + 1;
    }
    return found;
  });
}

const nearestOf = new Set<Cue>(['offered', 'asked', 'desired']);

/** The cues of a sentence around words [from, to). */
export class NearCues {
  private readonly before: CueAt[];
  private readonly after: CueAt[];
  private readonly isItem: boolean;
  private readonly endsDesired: boolean;

  constructor(wording: Wording, from: number, to: number) {
    const first = firstOfSentence(wording, from);
    let last = to;
    while (last < wording.words.length && last - to < reachAfter && !wording.isNew(last)) last += 1;
    this.endsDesired = endsDesired(wording, to);
    this.isItem = from - first <= listReach;
    this.before = cuesIn(wording, first, from)
      .map(({ cue, to: end }) => ({ cue, away: from - end }))
      .toSorted((a, b) => a.away - b.away);
    this.after = cuesIn(wording, to, last).map(({ cue, from: start }) => ({ cue, away: start - to }));
  }

  get orEquivalent(): boolean {
    return this.isAfter('alternatives');
  }

  get inProgress(): boolean {
    const near = this.before.filter(({ away }) => away <= nearBefore);
    return near.some(({ cue }) => cue === 'inProgress') || this.isAfter('inProgress');
  }

  /**
   * @param told what the headings and the cues of skills say
   * @param section what the list asks for that it may be an item of
   */
  needOf(told: Need, section: Need): Need {
    if (this.before.some(({ cue, away }) => cue === 'negated' && away <= negatedBefore)) return 'mentioned';
    const nearest = this.before.find(({ cue }) => nearestOf.has(cue))?.cue;
    if (nearest === 'offered' || this.isAfter('givenLater')) return 'mentioned';
    if (this.isAfter('notAsked') && told !== 'desired') return 'mentioned';
    if (nearest === 'desired' || this.isAfter('desired', nearAfter) || this.endsDesired) return 'desired';
    if (told !== 'mentioned') return told;
    if (nearest === 'asked' || this.before.some(({ cue }) => cue === 'softlyAsked')) return 'required';
    return this.isItem ? section : told;
  }

  private isAfter(cue: Cue, reach = reachAfter): boolean {
    return this.after.some((one) => one.cue === cue && one.away <= reach);
  }
}
