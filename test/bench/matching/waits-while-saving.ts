import { statSync } from 'node:fs';
import { join } from 'node:path';
import { quantiles } from '../quantiles.js';
import type { Answer } from './answers.js';

const SAVES = 3;

/** Milliseconds that changes of profiles, one after the other, took to their sets until the index was saved three times. */
export async function waitsWhileSaving(folder: string, asked: AsyncGenerator<Answer>) {
  const file = join(folder, 'matching-index.snapshot');
  const times: number[] = [];
  const memory: number[] = [];
  let saves = 0;
  for (let saved = statSync(file).mtimeMs; saves < SAVES;) {
    const { value } = (await asked.next()) as { value: Answer };
    times.push(value.toItsSetMs);
    memory.push(process.memoryUsage.rss());
    const { mtimeMs } = statSync(file);
    saves += Number(mtimeMs !== saved);
    saved = mtimeMs;
  }
  const longest = times
    .toSorted((a, b) => b - a)
    .slice(0, 5)
    .map(Math.round);
  const [least, most] = [Math.min(...memory), Math.max(...memory)].map((bytes) =>
    Math.round(bytes / 2 ** 20),
  );
  return { saves, whileSavingMs: quantiles(times), longest, residentMiB: { least, most } };
}
