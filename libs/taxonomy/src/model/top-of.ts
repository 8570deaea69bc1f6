/** The places of the highest values above zero; ties go to the lower place. */
export function topOf(values: Float32Array, most: number): number[] {
  const kept: number[] = [];
  let least = 0;
  for (let at = 0; at < values.length; at += 1) {
    if ((values[at] as number) <= least) continue;
    kept.push(at);
    if (kept.length < most * 4) continue;
    kept.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
    kept.length = most;
    least = values[kept[most - 1] as number] as number;
  }
  return kept.toSorted((a, b) => (values[b] as number) - (values[a] as number) || a - b).slice(0, most);
}
