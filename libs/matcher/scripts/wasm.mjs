// Compiles wasm/loops.ts and writes what comes out as a module of the package's own, because a pure library reads no file.
// With --check it says by its exit code whether that module is what the source compiles to. A folder that is named takes
// the place of the package's.
import { main } from 'assemblyscript/asc';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: { check: { type: 'boolean' } },
  allowPositionals: true,
});
const home = positionals[0] ?? fileURLToPath(new URL('..', import.meta.url));
const target = join(home, 'src/loops/wasm-module.ts');
const text = moduleOf(await compiled());

if (!values.check) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  process.stderr.write(
    'wasm-module.ts is not what wasm/loops.ts compiles to: npm run wasm -w libs/matcher\n',
  );
  process.exitCode = 1;
}

async function compiled() {
  const folder = mkdtempSync(join(tmpdir(), 'wasm-'));
  try {
    const output = join(folder, 'loops.wasm');
    const options =
      '-O3 --runtime stub --importMemory --noExportMemory --enable simd --enable relaxed-simd'.split(' ');
    const { error } = await main(['wasm/loops.ts', ...options, '--baseDir', home, '-o', output], {
      stderr: process.stderr,
    });
    if (error) throw error;
    return readFileSync(output);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function moduleOf(bytes) {
  return `// Made of wasm/loops.ts by scripts/wasm.mjs: do not edit.

/** Base64. */
export const LOOPS =
  '${bytes.toString('base64')}';
`;
}
