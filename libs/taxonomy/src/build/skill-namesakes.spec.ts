import { loadTaxonomy } from '../load-taxonomy.js';
import { readData } from '../read-data.js';
import type { SkillRecord } from '../skill-data.js';
import { counterparts, withoutOthersNames } from './skill-namesakes.js';

const starter = loadTaxonomy().skills() as readonly SkillRecord[];
const skill = (label: string, ...altLabels: string[]): SkillRecord => ({
  id: `esco:${label}`,
  label,
  kind: 'skill',
  altLabels,
  broader: [],
  related: [],
});
const esco = [
  skill('drive agricultural machines', 'forklift driving', 'drive tractors'),
  skill('operate forklift', 'drive a forklift'),
  skill('Salt (tools for software configuration management)', 'SALT'),
  skill('carry out wound care', 'wound care'),
  skill('forklift licence'),
];
const same = counterparts(starter, esco);

it.each([
  ['skill:wound-care', 'carry out wound care'],
  ['skill:forklift-driving', 'operate forklift'],
  ['skill:speech-and-language-therapy', undefined],
  ['skill:forklift-licence', undefined],
])('%s is %s', (id, label) => {
  expect(starter.some((one) => one.id === id)).toBe(true);
  expect(same.get(id)?.label).toBe(label);
});

it('frees a label whose skill is given by hand, and no other', () => {
  const [machines, ...others] = withoutOthersNames(esco, starter, same);
  expect(machines?.altLabels).toEqual(['drive tractors']);
  expect(others).toEqual(esco.slice(1));
});

it('gives namesakes to skills that there are', () => {
  const labels = new Set(starter.map(({ label }) => label));
  const byHand = Object.keys(readData<object>('esco-namesakes.json'));
  expect(byHand.filter((label) => !labels.has(label))).toEqual([]);
});
