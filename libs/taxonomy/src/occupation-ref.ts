import { normaliseLabel } from './normalise-label.js';
import type { Taxonomy } from './taxonomy.types.js';

const ID = /^(?:occupation:|https?:\/\/)/;
const CODE = /^\s*\d+\s*$/;
const KEPT = 'label:';

/**
 * What somebody calls a job: the occupation of that id, code or label, else the one its words point at. A label that
 * means nothing here is kept as typed and matches itself only. Undefined for an id that is in no taxonomy.
 */
export function occupationRef(taxonomy: Taxonomy, named: string): { id: string; label: string } | undefined {
  const isWords = !ID.test(named) && !CODE.test(named);
  // As a vacancy's title is read, so that "cleaner" means the same on both sides.
  const found =
    (isWords ? taxonomy.occupationOfTitle(named) : undefined) ?? taxonomy.resolveOccupation(named);
  if (found !== undefined) return { id: found.id, label: found.label };
  if (ID.test(named)) return undefined;
  if (named.startsWith(KEPT)) return { id: named, label: named.slice(KEPT.length) };
  return { id: `${KEPT}${normaliseLabel(named)}`, label: named.trim() };
}
