/**
 * The idf of the median mention: skills sorted by idf, each as often as it is mentioned. With idf = ln(n / df) a skill's
 * share of the mentions is proportional to exp(-idf).
 */
export function typicalIdf(idfs: readonly number[]): number {
  const sorted = idfs.toSorted((a, b) => a - b);
  const half = sorted.reduce((sum, idf) => sum + Math.exp(-idf), 0) / 2;
  let passed = 0;
  for (const idf of sorted) {
    passed += Math.exp(-idf);
    if (passed >= half) return idf;
  }
  return 0;
}
