const rows = [0, 1, 2].map(() => new Uint16Array(512));

function rowOf(index: number, length: number): Uint16Array {
  const row = rows[index % 3] as Uint16Array;
  if (row.length > length) return row;
  const longer = new Uint16Array(2 * length);
  rows[index % 3] = longer;
  return longer;
}

/**
 * Optimal string alignment distance (insert, delete, replace, swap of neighbours), or `limit + 1` as soon as it is
 * certain to be greater than `limit`. Its three rows are kept: thousands of words are compared for a keystroke.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const first = rowOf(0, b.length);
  rowOf(1, b.length);
  rowOf(2, b.length);
  for (let j = 0; j <= b.length; j += 1) first[j] = j;
  for (let i = 1; i <= a.length; i += 1) if (nextRow(a, b, i) > limit) return limit + 1;
  const distance = rowOf(a.length, b.length)[b.length] as number;
  return distance > limit ? limit + 1 : distance;
}

/** Fills row `i` and tells the least of it. */
function nextRow(a: string, b: string, i: number): number {
  const row = rows[i % 3] as Uint16Array;
  const previous = rows[(i + 2) % 3] as Uint16Array;
  const before = rows[(i + 1) % 3] as Uint16Array;
  const letter = a.charCodeAt(i - 1);
  let least = i;
  row[0] = i;
  for (let j = 1; j <= b.length; j += 1) {
    const isSame = letter === b.charCodeAt(j - 1);
    let best = (previous[j - 1] as number) + (isSame ? 0 : 1);
    best = Math.min(best, (previous[j] as number) + 1, (row[j - 1] as number) + 1);
    if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1))
      best = Math.min(best, (before[j - 2] as number) + 1);
    row[j] = best;
    if (best < least) least = best;
  }
  return least;
}
