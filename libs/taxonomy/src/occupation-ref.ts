import { normaliseLabel } from './normalise-label.js';
import type { Taxonomy } from './taxonomy.types.js';

const ID = /^(?:occupation:|https?:\/\/)/;
const KEPT = 'label:';

/**
 * What somebody calls a job: the occupation of that id, code or label, else the one its words point at. A label that
 * means nothing here is kept as typed and matches itself only. Undefined for an id that is in no taxonomy.
 */
export function occupationRef(taxonomy: Taxonomy, named: string): { id: string; label: string } | undefined {
  const found =
    taxonomy.resolveOccupation(named) ?? (ID.test(named) ? undefined : taxonomy.occupationOfTitle(named));
  if (found !== undefined) return { id: found.id, label: found.label };
  if (ID.test(named)) return undefined;
  if (named.startsWith(KEPT)) return { id: named, label: named.slice(KEPT.length) };
  return { id: `${KEPT}${normaliseLabel(named)}`, label: named.trim() };
}
