import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const ABANDONED_MS = 86_400_000;

/**
 * A folder of the cache, fetched by the first who asks. Two that fetch at once do it side by side: a folder gets its
 * name when it is whole, and the second finds the name taken and uses that.
 */
export async function fetchOnce(
  cache: string,
  name: string,
  fetch: (folder: string) => Promise<void>,
): Promise<string> {
  const whole = join(cache, name);
  if (existsSync(whole)) return whole;
  await mkdir(cache, { recursive: true });
  await removeAbandoned(cache);
  const part = await mkdtemp(join(cache, `${name}.part-`));
  try {
    await fetch(part);
    await rename(part, whole).catch((error: unknown) => {
      if (!existsSync(whole)) throw error;
    });
    return whole;
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

/** What a fetch left that was killed. */
async function removeAbandoned(cache: string): Promise<void> {
  const parts = (await readdir(cache)).filter((name) => name.includes('.part-'));
  for (const path of parts.map((name) => join(cache, name))) {
    const changed = (await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now();
    if (Date.now() - changed > ABANDONED_MS) await rm(path, { recursive: true, force: true });
  }
}
