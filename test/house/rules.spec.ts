import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Each rule with a file that breaks it. */
const planted: [rule: string, file: string, content: string][] = [
  ['no-circular', 'libs/kernel/src/planted/a.ts', "import './b.js';\nexport const a = 1;\n"],
  [
    'services-are-strangers',
    'services/profiles/src/planted/a.ts',
    "import '@jobwire/vacancies/app.module';\n",
  ],
  [
    'standalone-sees-only-modules',
    'services/standalone/src/planted/a.ts',
    "import '../../../vacancies/src/domain/replay.js';\n",
  ],
  ['libs-know-no-service', 'libs/kernel/src/planted/c.ts', "import '@jobwire/web/app.module';\n"],
  ['contracts-depend-on-nothing-but-zod', 'libs/contracts/src/planted/a.ts', "import '@jobwire/kernel';\n"],
  ['kernel-and-matcher-are-pure', 'libs/matcher/src/planted/a.ts', "import 'node:fs';\n"],
  ['domain-is-pure', 'services/vacancies/src/domain/planted.ts', "import '@nestjs/common';\n"],
  [
    'application-sees-no-adapter',
    'services/vacancies/src/application/planted.ts',
    "import '../adapters/sqlite/schema.js';\n",
  ],
  ['tests-are-not-imported', 'libs/kernel/src/planted/d.ts', "import '../partition-of.spec.js';\n"],
];
const helpers: [file: string, content: string][] = [
  ['libs/kernel/src/planted/b.ts', "import './a.js';\nexport const b = 1;\n"],
];

const files = [...planted.map(([, file, content]) => [file, content] as const), ...helpers];

afterAll(() => {
  for (const [file] of files) {
    const path = join(root, file);
    rmSync(dirname(path).endsWith('planted') ? dirname(path) : path, { recursive: true, force: true });
  }
});

it('every dependency rule fails on a planted violation', () => {
  for (const [file, content] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }
  const { stdout } = spawnSync('npm', ['run', '--silent', 'rules'], { cwd: root, encoding: 'utf8' });
  const caught = planted
    .filter(([rule, file]) => stdout.includes(`error ${rule}: ${file}`))
    .map(([rule]) => rule);
  expect(caught).toEqual(planted.map(([rule]) => rule));
}, 60_000);
