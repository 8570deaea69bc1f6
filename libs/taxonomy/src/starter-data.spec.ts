import { loadTaxonomy } from './load-taxonomy.js';
import { normaliseLabel } from './normalise-label.js';
import { readData } from './read-data.js';
import { readTaxonomyData } from './skill-data.js';

const { skills, occupations, idf, rules } = readTaxonomyData();
const ids = new Set(skills.map(({ id }) => id));

function sharedLabels(all: readonly { id: string; label: string; altLabels: readonly string[] }[]): string[] {
  const owners = new Map<string, string>();
  const shared: string[] = [];
  for (const one of all) {
    for (const key of new Set([one.label, ...one.altLabels].map(normaliseLabel))) {
      const owner = owners.get(key);
      if (owner !== undefined && owner !== one.id) shared.push(`${key}: ${owner}, ${one.id}`);
      owners.set(key, one.id);
    }
  }
  return shared;
}

function cycleFrom(start: string): boolean {
  const broader = new Map(skills.map((skill) => [skill.id, skill.broader]));
  const seen = new Set<string>();
  const open = [...(broader.get(start) ?? [])];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === start) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(broader.get(id) ?? []));
  }
  return false;
}

describe('the starter skills', () => {
  it('are at least 400 in at least 20 fields, each with its own id', () => {
    expect(skills.length).toBeGreaterThanOrEqual(400);
    expect(ids.size).toBe(skills.length);
    for (const { id } of skills) expect(id).toMatch(/^skill:[\da-z]+(-[\da-z]+)*$/);
  });

  it('share no label', () => {
    expect(sharedLabels(skills)).toEqual([]);
  });

  it('point only at skills that exist, and nowhere in circles', () => {
    const missing = skills.flatMap((skill) =>
      [...skill.broader, ...skill.related].filter((id) => !ids.has(id)),
    );
    expect(missing).toEqual([]);
    expect(skills.filter(({ id }) => cycleFrom(id))).toEqual([]);
  });

  it('are of a known kind, with labels that mean something when typed', () => {
    const kinds = new Set([
      'skill',
      'knowledge',
      'language',
      'licence',
      'registration',
      'qualification',
      'tool',
    ]);
    for (const { kind } of skills) expect(kinds).toContain(kind);
    const all = skills.flatMap(({ label, altLabels }) => [label, ...altLabels]);
    expect(all.filter((label) => normaliseLabel(label) === '' || label !== label.trim())).toEqual([]);
  });

  it('all have an idf within reason, and nothing else has', () => {
    expect(new Set(Object.keys(idf.skills))).toEqual(ids);
    for (const value of [...Object.values(idf.skills), idf.unseen, idf.unknownLabel]) {
      expect(value).toBeGreaterThan(0.1);
      expect(value).toBeLessThanOrEqual(idf.unseen);
    }
  });

  it('resolve to themselves by each of their labels', () => {
    const taxonomy = loadTaxonomy();
    const strays = skills.flatMap((skill) =>
      [skill.label, ...skill.altLabels].filter((label) => taxonomy.resolveSkill(label)?.id !== skill.id),
    );
    expect(strays).toEqual([]);
  });
});

describe('the starter occupations', () => {
  it('are at least 120, each with its own id, sharing no label', () => {
    expect(occupations.length).toBeGreaterThanOrEqual(120);
    expect(new Set(occupations.map(({ id }) => id)).size).toBe(occupations.length);
    expect(sharedLabels(occupations)).toEqual([]);
  });

  it('have codes of four digits of SOC 2020 and ISCO-08', () => {
    for (const { soc2020, isco08 } of occupations)
      expect([soc2020, isco08].join(' ')).toMatch(/^[1-9]\d{3} [0-9]\d{3}$/);
  });

  it('ask for skills that exist, none of them twice', () => {
    for (const { essential, optional } of occupations) {
      const asked = [...essential, ...optional];
      expect(asked.filter((id) => !ids.has(id))).toEqual([]);
      expect(new Set(asked).size).toBe(asked.length);
      expect(essential.length).toBeGreaterThan(0);
    }
  });
});

it('rules for running text name labels that exist', () => {
  const labels = new Set(
    skills.flatMap(({ label, altLabels }) => [label, ...altLabels].map((one) => one.toLowerCase())),
  );
  expect(
    [...rules.quiet, ...rules.cased, ...Object.keys(rules.beside ?? {})].filter(
      (label) => !labels.has(label.toLowerCase()),
    ),
  ).toEqual([]);
});

it('the gazetteer is plain numbers', () => {
  const outcodes = Object.entries(readData<Record<string, number[]>>('outcodes.json'));
  expect(outcodes.length).toBeGreaterThan(2800);
  for (const [code, point] of outcodes) expect(`${code} ${point.length}`).toMatch(/^[A-Z]{1,2}\d[A-Z\d]? 2$/);
});
