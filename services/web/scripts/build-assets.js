// Makes what the browser gets besides its code: the style sheet from Sass, and the icon.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodePackageImporter, compile } from 'sass';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const { css } = compile(at('styles/main.scss'), {
  importers: [new NodePackageImporter(at('.'))],
  style: 'compressed',
  // The warnings are about the design system's own Sass, which is not ours to mend.
  quietDeps: true,
});
mkdirSync(at('dist/assets'), { recursive: true });
writeFileSync(at('dist/assets/main.css'), css);
cpSync(at('assets'), at('dist/assets'), { recursive: true });
