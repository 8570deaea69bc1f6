// Checks the checker: breaks the engine in one way at a time and sees that a history judged by brute force notices.
import { transformSync } from '@swc/core';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { LOOPS, PLAIN_CODE, WEBASSEMBLY } from '../testing/loops.js';
import { LongHistory, lotsOf } from '../testing/long-history.js';
import type { IndexedMatchEngine } from './indexed-match-engine.js';

interface Breakage {
  readonly name: string;
  /** From `src`, without its extension; the WebAssembly's source is beside. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}
interface EngineModule {
  readonly IndexedMatchEngine: typeof IndexedMatchEngine;
}

const SOURCE = join(import.meta.dirname, '..');
const WASM_SOURCE = '../wasm/loops';
const WASM_MODULE = 'loops/wasm-module.ts';
const COMPILE = join(SOURCE, '../scripts/wasm.mjs');
const FOLDER = mkdtempSync(join(tmpdir(), 'broken-engines-'));
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const OPERATIONS = 4000;
/** In every other history lists are divided early; long ones are compacted in several slices. */
const mostTogether = (seed: number): number => (seed % 2 === 0 ? 24 : 512);
const breakages = JSON.parse(
  readFileSync(join(SOURCE, 'testing/broken-engines.json'), 'utf8'),
) as readonly Breakage[];
const sources = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('spec.ts') && !file.startsWith('testing'),
);

/** The package's own source as JavaScript in a folder of its own, with one edit. */
async function engineWith(breakage: Breakage | undefined, folder: string): Promise<EngineModule> {
  const isOfWasm = breakage?.file === WASM_SOURCE;
  for (const file of sources) {
    const target = join(folder, file.replace(/ts$/, 'js'));
    mkdirSync(dirname(target), { recursive: true });
    const text = isOfWasm && file === WASM_MODULE ? wasmModule(breakage, folder) : edited(file, breakage);
    writeFileSync(target, compiled(text));
  }
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  return (await import(join(folder, 'engine/indexed-match-engine.js'))) as EngineModule;
}

/** Compiled anew. */
function wasmModule(breakage: Breakage, folder: string): string {
  const home = join(folder, 'wasm-home');
  const files = {
    'wasm/loops.ts': edited(`${WASM_SOURCE}.ts`, breakage),
    'src/loops/desk-layout.ts': undefined,
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, file)), { recursive: true });
    writeFileSync(join(home, file), text ?? readFileSync(join(SOURCE, '..', file)));
  }
  execFileSync(process.execPath, [COMPILE, home]);
  return readFileSync(join(home, 'src', WASM_MODULE), 'utf8');
}

function edited(file: string, breakage: Breakage | undefined): string {
  const text = readFileSync(join(SOURCE, file), 'utf8');
  if (breakage === undefined || file !== `${breakage.file}.ts`) return text;
  const { name, from, to } = breakage;
  if (text.split(from).length !== 2) throw new Error(`"${name}" does not fit ${file} any more.`);
  return text.replace(from, () => to);
}

function compiled(text: string): string {
  return transformSync(text, {
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'es6' },
  }).code;
}

/** Whether any history shows a set that is not as brute force says, or fails. */
function isNoticed({ IndexedMatchEngine: Engine }: EngineModule, sharedFrom: number): boolean {
  try {
    return SEEDS.some((seed) => {
      const tuning = { mostTogether: mostTogether(seed), sharedFrom };
      const history = new LongHistory((taxonomy) => new Engine(taxonomy, tuning), seed);
      return lotsOf(OPERATIONS, seed).some((lot, n) => {
        history.step(lot);
        return n % 10 === 0 && history.verdicts(lot).some(({ said, so }) => !isDeepStrictEqual(said, so));
      });
    });
  } catch {
    return true;
  }
}

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

it.each(LOOPS)(
  'has nothing to say against the engine as it is, by $by',
  async ({ by, sharedFrom }) => {
    expect(isNoticed(await engineWith(undefined, join(FOLDER, by)), sharedFrom)).toBe(false);
  },
  60_000,
);

it.each(breakages)(
  'notices that $name',
  async (breakage) => {
    const folder = join(FOLDER, String(breakages.indexOf(breakage)));
    const { sharedFrom } = breakage.file === WASM_SOURCE ? WEBASSEMBLY : PLAIN_CODE;
    expect(isNoticed(await engineWith(breakage, folder), sharedFrom)).toBe(true);
  },
  60_000,
);
