export type Step = 'post' | 'change' | 'close' | 'change-profile';

/** Below the first share of the set more is posted, above the second more is closed. */
const SHARES = { few: 0.45, many: 0.75 };

/** What happens next, so that about three fifths of the set stay open. */
export function chooseStep(open: number, all: number, random: () => number): Step {
  const share = open / all;
  const chance = random();
  if (chance < 0.25) return 'change';
  if (chance < 0.4) return 'change-profile';
  if (share < SHARES.few) return 'post';
  if (share > SHARES.many) return 'close';
  return chance < 0.72 ? 'post' : 'close';
}
