// Which lists a vacancy reads, and in which order.

/** A list, by its topic. */
export interface Topic {
  readonly key: number;
  /** Of whoever is in it to the skill that is asked for; see NEARNESS. */
  readonly nearness: number;
}

/** Lists that are read together, because only together they rule something out. */
export interface Step {
  readonly topics: readonly Topic[];
  /** Points of the skill that they are about, for an expert; 0 where they are about no skill. */
  readonly points: number;
  /** Postings in them. */
  readonly cost: number;
  /** Points that nobody can have who is in none of them, once `after` is read as well. */
  readonly worth: number;
  /** The step that has to come before. */
  readonly after: Step | undefined;
}

/** Cheapest point first: the rare and heavy, then the common and light. */
export function inOrder(steps: readonly Step[]): Step[] {
  const useful = steps.filter(({ worth }) => worth > 0);
  return useful.toSorted((a, b) => price(a) - price(b) || depth(a) - depth(b));
}

/** Never below what has to come before, so that sorting keeps them in order. */
function price(step: Step): number {
  const own = step.cost / step.worth;
  return step.after === undefined ? own : Math.max(own, price(step.after));
}

function depth(step: Step): number {
  return step.after === undefined ? 0 : 1;
}

/**
 * The steps without which somebody could reach the threshold unseen: a prefix filter. `most` are the points that a pair
 * can have at all. Taken cheapest first until enough is ruled out, then the dearest are given up where others suffice.
 */
export function needed(ordered: readonly Step[], most: number, threshold: number): Step[] {
  let unseen = most;
  const taken: Step[] = [];
  for (const step of ordered) {
    if (unseen < threshold) break;
    taken.push(step);
    unseen -= step.worth;
  }
  for (const step of taken.toReversed()) {
    if (unseen + step.worth >= threshold || taken.some(({ after }) => after === step)) continue;
    unseen += step.worth;
    taken.splice(taken.indexOf(step), 1);
  }
  return taken;
}
