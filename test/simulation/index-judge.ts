import type { World } from './world.js';

/** What every instance of matching knows in the end, whatever it began with. */
export function judgeIndexes({ matching, erased, vacancies, complain }: World): void {
  for (const { life, index } of matching) {
    if (index === undefined) continue;
    for (const id of erased)
      if (index.engine.hasProfile(id)) complain(`${life.name} still has ${id}, who is erased`);
    const placed = new Set(index.positions.since([]));
    for (const { id } of vacancies.living())
      if (!placed.has(id)) complain(`${life.name} does not know where ${id} stands in the log`);
  }
}
