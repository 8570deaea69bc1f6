import type { MatchingTaxonomy, SkillRelation } from '../matching-taxonomy.js';
import { grown } from '../memory/grown.js';
import { MOST_NAMES } from '../memory/limits.js';
import { Dictionary } from '../names/dictionary.js';
import { DESIRED_WEIGHT, REQUIRED_WEIGHT, TYPICAL_IDF } from '../scoring/weights.js';
import type { Saved, Saving } from '../snapshot/saved.js';
import { MOST_WORTH } from './strength.js';

/** Whoever holds something whose `broader` neighbour is asked for holds something narrower than that, and the reverse. */
const NEARNESS_OF_HELD = { broader: 1, narrower: 2, related: 3 } as const;
const NONE: readonly number[] = [];

interface SavedSkills {
  readonly names: readonly string[];
  readonly held: readonly number[];
}

/**
 * Skills by number: how rare each is, and what is near to it. The taxonomy answers from the holder's end only and need
 * not be symmetric, so the other end is learnt from every skill that somebody holds. It never forgets: skills in no
 * taxonomy are made from text, have no relations and take a name.
 */
export class SkillBook implements Saving<SavedSkills> {
  readonly names = new Dictionary();
  /** By skill number; nothing negative, nothing that is no number. */
  idf = new Float64Array(64);
  readonly typicalIdf: number;
  /** Near skills as number << 2 | nearness; a held skill that nobody asked the taxonomy about has no entry. */
  private readonly fromHeld: (readonly number[] | undefined)[] = [];
  private readonly fromAsked: number[][] = [];

  constructor(private readonly taxonomy: MatchingTaxonomy) {
    this.typicalIdf = taxonomy.typicalIdf ?? TYPICAL_IDF;
  }

  numberOf(id: string): number {
    const skill = this.names.numberOf(id);
    if (skill === this.fromHeld.length) this.describe(id, skill);
    return skill;
  }

  /** The number of a skill that somebody holds: it can be found from what it can stand in for from now on. */
  learn(id: string): number {
    const skill = this.numberOf(id);
    if (this.fromHeld[skill] === undefined) {
      const near = this.nearestOnce(id);
      this.fromHeld[skill] = near;
      for (const one of near) this.addHolder(one >> 2, (skill << 2) | (one & 3));
    }
    return skill;
  }

  /** As `learn`, for a skill that somebody might hold; -1 for one that nobody asks for under any name. */
  suppose(id: string): number {
    const isOfUse = this.names.find(id) >= 0 || this.taxonomy.relations(id).length > 0;
    return isOfUse ? this.learn(id) : -1;
  }

  /** idf x 2 required or 1 desired. */
  weight(skill: number, isRequired: boolean): number {
    return (isRequired ? REQUIRED_WEIGHT : DESIRED_WEIGHT) * this.idf[skill];
  }

  /** The asked skills that a held one can stand in for, itself not among them. */
  standsInFor(held: number): readonly number[] {
    return this.fromHeld[held] ?? NONE;
  }

  /** The held skills that can stand in for an asked one, itself not among them. */
  standInsFor(asked: number): readonly number[] {
    return this.fromAsked[asked] ?? NONE;
  }

  /** Names in order, and which of them somebody holds; the rest follows from the taxonomy. */
  save(): Saved<SavedSkills> {
    const names = [...this.names.all()];
    const held = names.flatMap((_, skill) => (this.fromHeld[skill] === undefined ? [] : [skill]));
    return { facts: { names, held }, columns: [] };
  }

  restore({ facts: { names, held } }: Saved<SavedSkills>): void {
    for (const name of names) this.numberOf(name);
    for (const skill of held) this.learn(names[skill]);
  }

  private describe(id: string, skill: number): void {
    const idf = this.taxonomy.idf(id);
    this.idf = grown(this.idf, skill + 1, MOST_NAMES, 'skills');
    this.idf[skill] = Number.isFinite(idf) ? Math.max(0, idf) : 0;
    this.fromHeld.push(undefined);
  }

  private nearestOnce(heldId: string): readonly number[] {
    const best = new Map<string, number>();
    for (const { id, relation } of this.taxonomy.relations(heldId))
      if (id !== heldId) best.set(id, nearer(best.get(id), relation));
    if (best.size === 0) return NONE;
    return [...best].map(([id, nearness]) => (this.numberOf(id) << 2) | nearness);
  }

  private addHolder(asked: number, holder: number): void {
    const known = this.fromAsked[asked];
    if (known === undefined) this.fromAsked[asked] = [holder];
    else known.push(holder);
  }
}

function nearer(known: number | undefined, relation: SkillRelation['relation']): number {
  const nearness = NEARNESS_OF_HELD[relation];
  return known !== undefined && MOST_WORTH[known] >= MOST_WORTH[nearness] ? known : nearness;
}
