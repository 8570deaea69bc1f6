import type { Taxonomy } from './taxonomy.types.js';

/** What names a concept by its id and shows a label for it. */
interface Ref {
  id: string;
  label: string;
}

/** The references with those to replaced concepts followed, each concept once; the very same list when none was replaced. */
export function followRefs<T extends Ref>(refs: readonly T[], taxonomy: Taxonomy): readonly T[] {
  if (refs.every(({ id }) => taxonomy.currentId(id) === id)) return refs;
  const byId = new Map<string, T>();
  for (const ref of refs) {
    const id = taxonomy.currentId(ref.id);
    const label = taxonomy.skill(id)?.label ?? taxonomy.occupation(id)?.label ?? ref.label;
    if (!byId.has(id)) byId.set(id, id === ref.id ? ref : { ...ref, id, label });
  }
  return [...byId.values()];
}
