import type { Alert, ReasonInWords } from '@jobwire/contracts';
import { asLabel, momentInWords } from './in-words.js';

export interface Tag {
  readonly text: string;
  readonly colour: 'green' | 'yellow' | 'grey';
}

export interface ReasonView extends ReasonInWords {
  readonly label: string;
}

export interface AlertView {
  readonly id: string;
  /** Another version of the item has another text. */
  readonly version: string;
  readonly position: number;
  readonly state: Alert['state'];
  readonly vacancyId: string;
  readonly title: string;
  readonly employerName: string;
  readonly location: string;
  readonly score: number;
  readonly tag?: Tag;
  readonly reasons: readonly ReasonView[];
  readonly seen: boolean;
  readonly at: string;
  readonly when: string;
}

/** An alert as the page shows it. */
export function alertView(alert: Alert): AlertView {
  const tag = tagOf(alert);
  return {
    id: alert.id,
    version: `${alert.position}-${alert.seen ? 'seen' : 'unseen'}`,
    position: alert.position,
    state: alert.state,
    vacancyId: alert.vacancyId,
    ...alert.vacancy,
    score: alert.score,
    ...(tag === undefined ? {} : { tag }),
    reasons: alert.reasons.map(reasonView),
    seen: alert.seen,
    at: alert.at,
    when: momentInWords(alert.at),
  };
}

/** What somebody has seen needs no tag, unless it has gone. */
function tagOf({ state, seen }: Alert): Tag | undefined {
  if (state === 'withdrawn') return { text: 'Withdrawn', colour: 'grey' };
  if (seen) return undefined;
  return state === 'changed' ? { text: 'Changed', colour: 'yellow' } : { text: 'New', colour: 'green' };
}

export function reasonView(reason: ReasonInWords): ReasonView {
  return { ...reason, label: asLabel(reason.part) };
}
