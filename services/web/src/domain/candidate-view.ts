import type { Candidate } from '@jobwire/contracts';
import { reasonView, type ReasonView } from './alert-view.js';

export interface CandidateView {
  readonly pseudonym: string;
  /** The beginning of the pseudonym: enough to tell one from another in a list. */
  readonly name: string;
  readonly version: string;
  readonly score: number;
  readonly reasons: readonly ReasonView[];
  readonly personScore: number;
  readonly personReasons: readonly ReasonView[];
}

const NAME_LENGTH = 6;

/** A candidate as the page shows it; what is shown is its version. */
export function candidateView(candidate: Candidate): CandidateView {
  return {
    pseudonym: candidate.pseudonym,
    name: `Candidate ${candidate.pseudonym.slice(0, NAME_LENGTH)}`,
    version: `${candidate.score}-${candidate.personScore}-${candidate.at}`,
    score: candidate.score,
    reasons: candidate.reasons.map(reasonView),
    personScore: candidate.personScore,
    personReasons: candidate.personReasons.map(reasonView),
  };
}
