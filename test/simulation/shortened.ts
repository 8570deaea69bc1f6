const LINES = 60;

/** The end of what a trace says of the subjects that the faults name. */
export function shortened(trace: readonly string[], faults: readonly string[]): string[] {
  const named = new Set(faults.flatMap((fault) => fault.match(/\b[pvo]\d+\b/g) ?? []));
  const about = (line: string): boolean =>
    / (?:dies|starts|becomes|stalls|rebalance|compaction|---)/.test(line) ||
    [...named].some((id) => new RegExp(`\\b${id}\\b`).test(line));
  return trace.filter((line) => named.size === 0 || about(line)).slice(-LINES);
}
