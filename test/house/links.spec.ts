import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const exclude = (name: string): boolean => ['node_modules', 'dist', '.git'].includes(name);
const pages = globSync('**/*.md', { cwd: root, exclude });
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Code is no place for links. */
const proseOf = (markdown: string): string => markdown.replace(/```[\s\S]*?```|`[^`\n]*`/g, '');

function targetsIn(markdown: string): string[] {
  return [...proseOf(markdown).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^(https?|mailto):/.test(target));
}

/** As GitHub makes them of headings. */
function anchorsIn(markdown: string): string[] {
  return [...markdown.replace(/```[\s\S]*?```/g, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function isThere(page: string, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(root, file))) return false;
  return anchor === undefined || !file.endsWith('.md') || anchorsIn(textOf(file)).includes(anchor);
}

it('finds pages to look at', () => {
  expect(pages).toEqual(
    expect.arrayContaining(['README.md', 'CONTRIBUTING.md', join('docs', 'architecture.md')]),
  );
});

it.each(pages)('every link of %s leads somewhere', (page) => {
  expect(targetsIn(textOf(page)).filter((target) => !isThere(page, target))).toEqual([]);
});

it.each(pages)('every fence of %s is closed', (page) => {
  expect((textOf(page).match(/^ *```/gm) ?? []).length % 2).toBe(0);
});
