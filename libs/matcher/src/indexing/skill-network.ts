import type { MatchingTaxonomy, SkillRelation } from '../matching-taxonomy.js';
import { RELATION, type SkillNearness } from '../scoring/weights.js';

/** A skill on the far side of a relation, and what holding it (or being held) is worth there. */
export interface NearSkill {
  readonly id: string;
  readonly nearness: SkillNearness;
}

/** Whoever holds something whose `broader` neighbour is asked for holds something narrower than that, and the reverse. */
const NEARNESS_OF_HELD = { broader: 'narrower', narrower: 'broader', related: 'related' } as const;

/**
 * The taxonomy's relations, readable from both ends. The taxonomy answers from the holder's end only and need not
 * be symmetric, so the other end is learnt from every skill that somebody is known to hold. It never forgets:
 * it is bounded by the taxonomy, as a skill in no taxonomy has no relations.
 */
export class SkillNetwork {
  private readonly fromHeld = new Map<string, readonly NearSkill[]>();
  private readonly fromAsked = new Map<string, NearSkill[]>();

  constructor(private readonly taxonomy: MatchingTaxonomy) {}

  /** Makes a held skill findable from what it can stand in for. */
  learn(heldId: string): void {
    if (this.fromHeld.has(heldId)) return;
    const near = this.nearestOnce(heldId);
    if (near.length === 0) return;
    this.fromHeld.set(heldId, near);
    for (const { id, nearness } of near) this.holdersList(id).push({ id: heldId, nearness });
  }

  /** The asked skills that a held one can stand in for, itself not among them. */
  standsInFor(heldId: string): readonly NearSkill[] {
    return this.fromHeld.get(heldId) ?? [];
  }

  /** The held skills that can stand in for an asked one, itself not among them. */
  standInsFor(askedId: string): readonly NearSkill[] {
    return this.fromAsked.get(askedId) ?? [];
  }

  private nearestOnce(heldId: string): NearSkill[] {
    const best = new Map<string, SkillNearness>();
    for (const { id, relation } of this.taxonomy.relations(heldId)) {
      if (id !== heldId) best.set(id, nearer(best.get(id), relation));
    }
    return [...best].map(([id, nearness]) => ({ id, nearness }));
  }

  private holdersList(askedId: string): NearSkill[] {
    const known = this.fromAsked.get(askedId);
    if (known !== undefined) return known;
    const list: NearSkill[] = [];
    this.fromAsked.set(askedId, list);
    return list;
  }
}

function nearer(known: SkillNearness | undefined, relation: SkillRelation['relation']): SkillNearness {
  const nearness = NEARNESS_OF_HELD[relation];
  return known !== undefined && RELATION[known] >= RELATION[nearness] ? known : nearness;
}
