import type { FitReport } from './fit-report.js';

type Links = Map<string, string[]>;

function reaches(links: Links, from: string, to: string): boolean {
  const seen = new Set<string>([from]);
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) return true;
    for (const next of links.get(at) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return false;
}

/** Broader links whose both ends are there and that close no circle; what is left out stands in the report. */
export function soundBroader(
  ids: ReadonlySet<string>,
  pairs: readonly (readonly [string, string])[],
  report: FitReport,
): Links {
  const links: Links = new Map();
  for (const [narrow, broad] of pairs) {
    if (!ids.has(narrow) || !ids.has(broad))
      report.note('a broader concept that is not there was left out', `${narrow} ${broad}`);
    else if (reaches(links, broad, narrow))
      report.note('a broader link that closes a circle was left out', `${narrow} ${broad}`);
    else links.set(narrow, [...(links.get(narrow) ?? []), broad]);
  }
  return links;
}
