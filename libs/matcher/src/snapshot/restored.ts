import { type Column, grown } from '../memory/grown.js';

/** The values of a saved column in a column of one's own, with room to grow. */
export function restored<C extends Column>(saved: Column | undefined, empty: C, most: number): C {
  if (saved === undefined) return empty;
  const own = grown(empty, saved.length, most, 'saved values');
  own.set(saved);
  return own;
}
