import type { Match } from '@jobwire/contracts';
import type { PairMatch } from '../match-engine.js';
import { formatUuid } from '../names/uuid.js';
import type { Odd } from '../names/subjects.js';
import type { Books } from '../rows/seeking-profile.js';
import { PackedFacts } from '../scoring/packed-facts.js';
import { FACTS, ID, IS_ALERT, IS_VISIBLE, PARTITION, REVISION, SCORE } from '../scoring/pair-layout.js';
import { fitReasons, wishReasons } from '../scoring/reasons.js';

/** The side that asked. */
export interface Asker {
  readonly isVacancy: boolean;
  readonly id: string;
  readonly revision: number;
  /** Of a profile. */
  readonly partition: number | undefined;
}

/** A pair that was found: everything stays packed until somebody wants it. */
export class PackedPair implements PairMatch {
  constructor(
    private readonly words: Int32Array,
    private readonly at: number,
    private readonly asker: Asker,
    private readonly books: Books,
    /** The top of the vacancy's pay, in whole pounds a year. */
    private readonly yearly: number | undefined,
    /** What of the side that was found did not fit into words. */
    private readonly odd: Odd | undefined,
  ) {}

  get vacancyId(): string {
    return this.asker.isVacancy ? this.asker.id : this.foundId;
  }

  get vacancyRevision(): number {
    return this.asker.isVacancy ? this.asker.revision : this.foundRevision;
  }

  get profileId(): string {
    return this.asker.isVacancy ? this.foundId : this.asker.id;
  }

  get profileRevision(): number {
    return this.asker.isVacancy ? this.foundRevision : this.asker.revision;
  }

  get partition(): number {
    return this.asker.partition ?? this.words[this.at + PARTITION];
  }

  get score(): number {
    return this.words[this.at + SCORE];
  }

  get personScore(): number {
    return this.facts.personScore;
  }

  get alert(): boolean {
    return (this.words[this.at + FACTS] & IS_ALERT) !== 0;
  }

  get visible(): boolean {
    return (this.words[this.at + FACTS] & IS_VISIBLE) !== 0;
  }

  toMatch(): Match {
    const { facts, books } = this;
    return {
      profileId: this.profileId,
      profileRevision: this.profileRevision,
      vacancyId: this.vacancyId,
      vacancyRevision: this.vacancyRevision,
      score: this.score,
      personScore: facts.personScore,
      alert: this.alert,
      visible: this.visible,
      reasons: fitReasons(facts, books),
      personReasons: wishReasons(facts, books),
    };
  }

  private get foundId(): string {
    return this.odd?.id ?? formatUuid(this.words, this.at + ID);
  }

  private get foundRevision(): number {
    return this.odd?.revision ?? this.words[this.at + REVISION] >>> 0;
  }

  private get facts(): PackedFacts {
    return new PackedFacts(this.words, this.at, this.yearly);
  }
}
