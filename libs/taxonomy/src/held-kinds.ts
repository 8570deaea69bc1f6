import type { SkillKind } from './taxonomy.types.js';

/** What one has or has not, wherever a text names it: papers, not abilities. */
export const heldKinds: ReadonlySet<SkillKind> = new Set(['registration', 'licence', 'qualification']);
