import type { Match } from '@jobwire/contracts';
import type { PairMatch } from '../match-engine.js';
import type { Books } from '../rows/seeking-profile.js';
import { fitReasons, wishReasons } from '../scoring/reasons.js';
import type { PackedFacts } from '../scoring/packed-facts.js';

type Parts = Pick<
  PairMatch,
  | 'vacancyId'
  | 'vacancyRevision'
  | 'profileId'
  | 'profileRevision'
  | 'partition'
  | 'score'
  | 'alert'
  | 'visible'
>;

/** A pair that was found: its reasons stay packed until somebody wants them. */
export class PackedPair implements PairMatch {
  readonly vacancyId: string;
  readonly vacancyRevision: number;
  readonly profileId: string;
  readonly profileRevision: number;
  readonly partition: number;
  readonly score: number;
  readonly personScore: number;
  readonly alert: boolean;
  readonly visible: boolean;

  constructor(
    parts: Parts,
    private readonly facts: PackedFacts,
    private readonly books: Books,
  ) {
    this.vacancyId = parts.vacancyId;
    this.vacancyRevision = parts.vacancyRevision;
    this.profileId = parts.profileId;
    this.profileRevision = parts.profileRevision;
    this.partition = parts.partition;
    this.score = parts.score;
    this.personScore = facts.personScore;
    this.alert = parts.alert;
    this.visible = parts.visible;
  }

  toMatch(): Match {
    return {
      profileId: this.profileId,
      profileRevision: this.profileRevision,
      vacancyId: this.vacancyId,
      vacancyRevision: this.vacancyRevision,
      score: this.score,
      personScore: this.personScore,
      alert: this.alert,
      visible: this.visible,
      reasons: fitReasons(this.facts, this.books),
      personReasons: wishReasons(this.facts, this.books),
    };
  }
}
