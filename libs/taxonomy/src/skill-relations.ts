import type { SkillRecord } from './skill-data.js';
import type { RelatedSkill } from './taxonomy.types.js';

type Links = Map<string, Set<string>>;

function link(links: Links, from: string, to: string): void {
  const known = links.get(from) ?? new Set();
  links.set(from, known.add(to));
}

function reachable(links: Links, from: string): string[] {
  const found = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const next of links.get(id) ?? []) {
      if (next === from || found.has(next)) continue;
      found.add(next);
      open.push(next);
    }
  }
  return [...found];
}

/** For every skill the skills near to it: broader and narrower at any depth, related both ways; sorted by id within each. */
export function relationsOf(skills: readonly SkillRecord[]): Map<string, readonly RelatedSkill[]> {
  const up: Links = new Map();
  const down: Links = new Map();
  const beside: Links = new Map();
  for (const skill of skills) {
    for (const id of skill.broader) link(up, skill.id, id);
    for (const id of skill.broader) link(down, id, skill.id);
    for (const id of skill.related) link(beside, skill.id, id);
    for (const id of skill.related) link(beside, id, skill.id);
  }
  return new Map(skills.map(({ id }) => [id, near(id, up, down, beside)]));
}

function near(id: string, up: Links, down: Links, beside: Links): RelatedSkill[] {
  const broader = reachable(up, id).toSorted();
  const narrower = reachable(down, id).toSorted();
  const taken = new Set([...broader, ...narrower]);
  const related = [...(beside.get(id) ?? [])].filter((other) => !taken.has(other)).toSorted();
  return [
    ...broader.map((other): RelatedSkill => ({ id: other, relation: 'broader' })),
    ...narrower.map((other): RelatedSkill => ({ id: other, relation: 'narrower' })),
    ...related.map((other): RelatedSkill => ({ id: other, relation: 'related' })),
  ];
}
