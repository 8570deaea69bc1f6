import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTaxonomy } from '../index.js';
import { escoUri, newFolder, smallEsco, writeDownload } from '../testing/small-esco.js';
import { buildTaxonomy } from './build-taxonomy.js';

const bread = escoUri('skill', 'bread');

/** Most tests only look at it. */
let first: ReturnType<typeof built> | undefined;
const unchanged = () => (first ??= built());

async function built(files = smallEsco(), folder = newFolder()) {
  const result = await buildTaxonomy({ esco: writeDownload(files), out: folder });
  return { ...result, folder, taxonomy: loadTaxonomy(folder) };
}

describe('a taxonomy built from a download', () => {
  it('knows its concepts by id, label, other label and short form', async () => {
    const { taxonomy, version } = await unchanged();
    expect(taxonomy.version).toBe(version);
    expect(taxonomy.skill(bread)).toMatchObject({ label: 'bake bread', kind: 'skill' });
    expect(taxonomy.resolveSkill('Make loaves')).toEqual({ id: bread, label: 'bake bread', known: true });
    expect(taxonomy.resolveSkill('Java')?.label).toBe('Java (computer programming)');
    expect(taxonomy.resolveSkill(escoUri('skill', 'nobody'))).toBeUndefined();
  });

  it('keeps relations, and the skills of occupations with their weight', async () => {
    const { taxonomy } = await unchanged();
    expect(taxonomy.relations(bread)).toEqual([
      { id: escoUri('skill', 'baking'), relation: 'broader' },
      { id: escoUri('skill', 'hygiene'), relation: 'related' },
    ]);
    expect(taxonomy.resolveOccupation('bread maker')).toMatchObject({
      isco08: '7512',
      essential: [bread],
      optional: [escoUri('skill', 'hygiene')],
    });
  });

  it('has the registrations and licences that ESCO has not, and follows the ids of the shipped one', async () => {
    const { taxonomy } = await unchanged();
    expect(taxonomy.resolveSkill('NMC registration')).toMatchObject({
      id: 'skill:nmc-registration',
      known: true,
    });
    expect(taxonomy.resolveSkill('skill:java')?.id).toBe(escoUri('skill', 'java'));
    expect(taxonomy.idf('skill:java')).toBe(taxonomy.idf(escoUri('skill', 'java')));
    expect(taxonomy.currentId('skill:java')).toBe(escoUri('skill', 'java'));
  });

  it('says the same twice, and something else when a label changes', async () => {
    const files = smallEsco();
    const [one, two] = [await unchanged(), await built(files)];
    expect(two.version).toBe(one.version);
    files.set('skills_en.csv', (files.get('skills_en.csv') ?? '').replace('bake bread', 'bake rye bread'));
    expect((await built(files)).version).not.toBe(one.version);
  });
});

describe('a newer taxonomy', () => {
  it('follows a concept that got another id, and keeps one that has no successor', async () => {
    const { folder } = await unchanged();
    const files = smallEsco();
    const skills = files.get('skills_en.csv') ?? '';
    const lines = skills.split('\n').filter((line) => !line.includes('steer tractors'));
    const renamed = escoUri('skill', 'rye');
    files.set('skills_en.csv', lines.join('\n').replaceAll(bread, renamed));
    const second = newFolder();
    writeFileSync(join(second, 'manifest.json'), readFileSync(join(folder, 'manifest.json')));
    for (const name of Object.keys(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).files))
      writeFileSync(join(second, name), readFileSync(join(folder, name)));
    const { taxonomy, misfits } = await built(files, second);
    expect(taxonomy.resolveSkill(bread)?.id).toBe(renamed);
    expect(taxonomy.skill(escoUri('skill', 'steer'))?.label).toBe('steer tractors');
    expect(misfits.map(({ what }) => what)).toContain(
      'a concept of the taxonomy before has no successor and was kept',
    );
  });
});

describe('a download with faults', () => {
  it('is taken without the circle and the missing parent, which are reported', async () => {
    const files = smallEsco();
    const links = files.get('broaderRelationsSkillPillar.csv') ?? '';
    const more = [
      `"${escoUri('skill', 'baking')}","KnowledgeSkillCompetence","${bread}"`,
      `"${bread}","KnowledgeSkillCompetence","${escoUri('skill', 'gone')}"`,
    ];
    files.set('broaderRelationsSkillPillar.csv', [links, ...more].join('\n'));
    const { taxonomy, misfits } = await built(files);
    expect(taxonomy.relations(bread)).toContainEqual({ id: escoUri('skill', 'baking'), relation: 'broader' });
    expect(misfits.map(({ what, count }) => [what, count])).toEqual([
      ['a broader link that closes a circle was left out', 1],
      ['a broader concept that is not there was left out', 1],
    ]);
  });

  it.each([
    [
      'a missing file',
      (files: Map<string, string>) => files.delete('skillSkillRelations.csv'),
      /skillSkillRelations/,
    ],
    [
      'a text that breaks off',
      (files: Map<string, string>) =>
        files.set('skills_en.csv', (files.get('skills_en.csv') ?? '').slice(0, 400)),
      /skills_en.csv is damaged or cut short/,
    ],
    [
      'a missing column',
      (files: Map<string, string>) => files.set('ISCOGroups_en.csv', 'conceptUri,code\na,1'),
      /ISCOGroups_en.csv lacks the columns preferredLabel/,
    ],
  ])('is refused for %s', async (_, spoil, message) => {
    const files = smallEsco();
    spoil(files);
    await expect(built(files)).rejects.toThrow(message);
  });

  it('is refused where there is none', async () => {
    await expect(buildTaxonomy({ esco: '/nowhere', out: newFolder() })).rejects.toThrow(
      /\/nowhere is not there/,
    );
  });
});

describe('a built folder', () => {
  it('is refused when a file is cut short, or there is none', async () => {
    const { folder } = await unchanged();
    const copy = newFolder();
    for (const name of ['manifest.json', 'skills.json.gz'])
      writeFileSync(join(copy, name), readFileSync(join(folder, name)));
    truncateSync(join(copy, 'skills.json.gz'), 100);
    expect(() => loadTaxonomy(copy)).toThrow(/damaged file skills.json.gz.*jobwire taxonomy build/);
    expect(() => loadTaxonomy(newFolder())).toThrow(/holds no jobwire-taxonomy/);
  });

  it('is refused when it is of another version', async () => {
    const { folder } = await unchanged();
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as object;
    const copy = newFolder();
    writeFileSync(join(copy, 'manifest.json'), JSON.stringify({ ...manifest, formatVersion: 99 }));
    expect(() => loadTaxonomy(copy)).toThrow(/file format 99/);
  });
});
