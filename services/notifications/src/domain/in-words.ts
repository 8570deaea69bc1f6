import type { Alert, Candidate } from '@jobwire/contracts';
import { explain } from '@jobwire/matcher';
import type { VacancyCard } from './cards.js';
import type { Item } from './item.js';

export type LabelOf = (id: string) => string;

/** An item as its owner reads it. */
export function alertOf(item: Item, card: VacancyCard | undefined, labelOf: LabelOf): Alert {
  return {
    position: item.position,
    id: item.id,
    vacancyId: item.vacancyId,
    state: item.inbox === 'none' ? 'withdrawn' : item.inbox,
    score: item.score,
    reasons: explain(item.reasons, { labelOf, voice: 'jobseeker' }),
    vacancy: wordsOf(card),
    seen: item.seen,
    at: item.at,
  };
}

/** A card without a title is what a forgotten vacancy left. */
function wordsOf(card: VacancyCard | undefined): Alert['vacancy'] {
  if (card === undefined || card.title === '')
    return { title: 'A vacancy that has gone', employerName: '', location: '' };
  const { title, employerName, location } = card;
  return { title, employerName, location };
}

/** An item as the employer reads it. */
export function candidateOf(item: Item, labelOf: LabelOf): Candidate {
  return {
    pseudonym: item.pseudonym,
    score: item.score,
    reasons: explain(item.reasons, { labelOf, voice: 'employer' }),
    personScore: item.personScore,
    personReasons: explain(item.personReasons, { labelOf, voice: 'employer' }),
    at: item.at,
  };
}
