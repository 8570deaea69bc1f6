import type { Reason } from '@jobwire/contracts';
import { contractText, distanceText, hoursText, occupationText, salaryText } from './circumstance-texts.js';
import { skillsText } from './skills-text.js';
import type { ExplainOptions } from './voice.js';

/** One sentence about one part of a score, as HTTP and the pages show it. */
export interface Explanation {
  readonly part: Reason['part'];
  readonly points: number;
  readonly of: number;
  readonly text: string;
}

/**
 * Puts packed reasons into plain English, one sentence for each, in the same order and with the same points.
 * Works for the reasons of either score, in either voice; throws only what `labelOf` throws.
 */
export function explain(reasons: readonly Reason[], options: ExplainOptions): Explanation[] {
  return reasons.map((reason) => {
    const { part, points, of } = reason;
    return { part, points, of, text: textOf(reason, options) };
  });
}

function textOf(reason: Reason, options: ExplainOptions): string {
  if (reason.part === 'skills') return skillsText(reason, options);
  if (reason.part === 'occupation') return occupationText(reason, options);
  if (reason.part === 'distance') return distanceText(reason, options);
  if (reason.part === 'salary') return salaryText(reason, options);
  return reason.part === 'contract' ? contractText(reason, options) : hoursText(reason, options);
}
