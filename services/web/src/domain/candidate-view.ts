import type { Candidate } from '@jobwire/contracts';
import { reasonView, type ReasonView } from './alert-view.js';

export interface CandidateView {
  readonly pseudonym: string;
  readonly version: string;
  readonly score: number;
  readonly reasons: readonly ReasonView[];
  readonly personScore: number;
  readonly personReasons: readonly ReasonView[];
}

/** A candidate as the page shows it; what is shown is its version. */
export function candidateView(candidate: Candidate): CandidateView {
  return {
    pseudonym: candidate.pseudonym,
    version: `${candidate.score}-${candidate.personScore}-${candidate.at}`,
    score: candidate.score,
    reasons: candidate.reasons.map(reasonView),
    personScore: candidate.personScore,
    personReasons: candidate.personReasons.map(reasonView),
  };
}
