import type { Match } from '@jobwire/contracts';
import type { PairMatch } from '../match-engine.js';
import { formatUuid } from '../names/uuid.js';
import type { Books } from '../rows/seeking-profile.js';
import { PackedFacts } from '../scoring/packed-facts.js';
import { ID, SCORE } from '../scoring/pair-layout.js';
import { fitReasons, wishReasons } from '../scoring/reasons.js';

/** One side of a pair by name. */
export interface Named {
  readonly id: string;
  readonly revision: number;
}

/** What is told of the side that was found. */
export interface Found {
  /** Its id where that is no UUID. */
  readonly oddId: string | undefined;
  readonly revision: number;
  readonly partition: number;
  readonly alert: boolean;
  readonly visible: boolean;
  /** The top of the vacancy's pay, in whole pounds a year. */
  readonly yearly: number | undefined;
}

/** A pair that was found: ids and reasons stay packed until somebody wants them. */
abstract class PackedPair implements PairMatch {
  abstract readonly vacancyId: string;
  abstract readonly profileId: string;
  abstract readonly vacancyRevision: number;
  abstract readonly profileRevision: number;

  constructor(
    private readonly words: Int32Array,
    private readonly at: number,
    /** The side that asked. */
    protected readonly asker: Named,
    protected readonly found: Found,
    private readonly books: Books,
  ) {}

  get partition(): number {
    return this.found.partition;
  }

  get score(): number {
    return this.words[this.at + SCORE];
  }

  get personScore(): number {
    return this.facts.personScore;
  }

  get alert(): boolean {
    return this.found.alert;
  }

  get visible(): boolean {
    return this.found.visible;
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

  protected get foundId(): string {
    return this.found.oddId ?? formatUuid(this.words, this.at + ID);
  }

  private get facts(): PackedFacts {
    return new PackedFacts(this.words, this.at, this.found.yearly);
  }
}

export class FoundProfile extends PackedPair {
  get vacancyId(): string {
    return this.asker.id;
  }

  get vacancyRevision(): number {
    return this.asker.revision;
  }

  get profileId(): string {
    return this.foundId;
  }

  get profileRevision(): number {
    return this.found.revision;
  }
}

export class FoundVacancy extends PackedPair {
  get vacancyId(): string {
    return this.foundId;
  }

  get vacancyRevision(): number {
    return this.found.revision;
  }

  get profileId(): string {
    return this.asker.id;
  }

  get profileRevision(): number {
    return this.asker.revision;
  }
}
