// Which skill of a download is which of the starter taxonomy's.
import { heldKinds } from '../held-kinds.js';
import { labelIndex } from '../label-index.js';
import { normaliseLabel } from '../normalise-label.js';
import { readData } from '../read-data.js';
import type { SkillRecord } from '../skill-data.js';

/** By starter label: the main label of the ESCO skill that is the same, or null where no name leads to one. */
const byHand = readData<Readonly<Record<string, string | null>>>('esco-namesakes.json');

/**
 * By starter id the ESCO skill that has its label among its labels, or whose label it knows as another name. Some names
 * mean something else there (SALT is a program, forklift driving a farmhand's): those are given by hand.
 */
export function counterparts(
  starter: readonly SkillRecord[],
  esco: readonly SkillRecord[],
): Map<string, SkillRecord> {
  const byAny = labelIndex(esco);
  const byMain = labelIndex(esco.map((skill) => ({ ...skill, altLabels: skill.altLabels.slice(0, 1) })));
  const found = new Map<string, SkillRecord>();
  for (const { id, kind, label, altLabels } of starter) {
    const given = byHand[label];
    if (heldKinds.has(kind) || given === null) continue;
    const same = byAny(given ?? label) ?? altLabels.map(byMain).find((one) => one !== undefined);
    if (same) found.set(id, same);
  }
  return found;
}

/** A label whose skill is given by hand is no other skill's name any more. */
export function withoutOthersNames(
  esco: readonly SkillRecord[],
  starter: readonly SkillRecord[],
  same: ReadonlyMap<string, SkillRecord>,
): SkillRecord[] {
  const owners = new Map(
    starter
      .filter(({ label }) => typeof byHand[label] === 'string')
      .map(({ id, label }) => [normaliseLabel(label), same.get(id)?.id]),
  );
  const isFree = (name: string, id: string) => (owners.get(normaliseLabel(name)) ?? id) === id;
  return esco.map((skill) => ({
    ...skill,
    altLabels: skill.altLabels.filter((name) => isFree(name, skill.id)),
  }));
}
