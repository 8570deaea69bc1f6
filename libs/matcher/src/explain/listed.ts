/** Longer lists are tiring to hear from a screen reader; the whole list is in the packed reasons. */
const NAMED = 5;

/** "a, b and 3 more": at most five are named, and never "and 1 more" where a name would be as short. */
export function listed(labels: readonly string[]): string {
  if (labels.length <= NAMED + 1) return labels.join(', ');
  return `${labels.slice(0, NAMED).join(', ')} and ${labels.length - NAMED} more`;
}
