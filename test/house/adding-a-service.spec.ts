import { serviceNames } from '@jobwire/contracts';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

// CONTRIBUTING.md, "Adding a service": a test for each thing on the list.
const root = resolve(import.meta.dirname, '../..');
const load = createRequire(join(root, 'package.json'));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const readJson = (path: string): unknown => JSON.parse(read(path));

/** `standalone` is no service of its own: it mounts the others. */
const services = readdirSync(join(root, 'services'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'standalone')
  .map((entry) => entry.name);

it('there are services, and each has a folder and a name', () => {
  expect(services.length).toBeGreaterThan(0);
  expect(services.toSorted()).toEqual([...serviceNames].toSorted());
});

describe.each(services)('%s', (name) => {
  it('shows its module, the program of its own process, and nothing else', () => {
    const manifest = readJson(`services/${name}/package.json`) as { name: string; exports: object };
    expect(manifest.name).toBe(`@jobwire/${name}`);
    expect(Object.keys(manifest.exports)).toEqual(['./app.module', './main']);
  });

  it('is known to the compiler and to the tests', () => {
    const { references } = readJson('tsconfig.json') as { references: { path: string }[] };
    expect(references.map(({ path }) => path)).toContain(`services/${name}`);
    const { projects } = load('./jest.config.cjs') as { projects: { moduleNameMapper: object }[] };
    for (const { moduleNameMapper } of projects) {
      const patterns = Object.keys(moduleNameMapper).map((pattern) => new RegExp(pattern));
      expect(patterns.some((pattern) => pattern.test(`@jobwire/${name}/app.module`))).toBe(true);
    }
  });

  it('is mounted by standalone', () => {
    const mounting = read('services/standalone/src/runtime/services.ts');
    const alias = new RegExp(`service as (\\w+) \\} from '@jobwire/${name}/app\\.module'`).exec(
      mounting,
    )?.[1];
    const [, list = ''] = /services: readonly ServiceDefinition\[\] = \[([^\]]*)\]/.exec(mounting) ?? [];
    expect(list.split(',').map((item) => item.trim())).toContain(alias);
  });

  it('is a stranger to other services, by the dependency rules', () => {
    type Rule = { name: string; to: { path?: string | string[] } };
    const { forbidden } = load('./.dependency-cruiser.cjs') as { forbidden: Rule[] };
    for (const rule of ['services-are-strangers', 'standalone-sees-only-modules', 'libs-know-no-service']) {
      const [path = '(?!)'] = [forbidden.find((known) => known.name === rule)?.to.path].flat();
      for (const target of [`services/${name}/src/app.module.ts`, `@jobwire/${name}/app.module`])
        expect({ rule, target, known: new RegExp(path).test(target) }).toMatchObject({ known: true });
    }
  });

  it('has a row in the table of services of README.md', () => {
    const [, table = ''] = /## Services\n([\s\S]*?)(?:\n## |$)/.exec(read('README.md')) ?? [];
    expect(table).toMatch(new RegExp(`^\\| ${name} +\\|`, 'm'));
  });
});
