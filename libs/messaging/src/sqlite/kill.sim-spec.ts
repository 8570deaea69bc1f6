import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteLog } from './open-sqlite-log.js';

const script = join(import.meta.dirname, '../../test/append-until-killed.mjs');

/** Kills the child once it has acknowledged so many appends; answers the last offset acknowledged. Needs a build. */
async function killAfter(file: string, appends: number): Promise<number> {
  const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let heard = '';
  child.stdout.on('data', (chunk: Buffer) => {
    heard += chunk.toString();
    if (heard.split('\n').length > appends) child.kill('SIGKILL');
  });
  await new Promise((resolve) => child.once('close', resolve));
  return Number(heard.trimEnd().split('\n').at(-1));
}

it('loses nothing that was acknowledged when the process is killed, time and again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jobwire-log-'));
  const file = join(folder, 'log.sqlite');
  let last = -1;
  for (const appends of [1, 40, 200, 777]) {
    const acknowledged = await killAfter(file, appends);
    expect(acknowledged).toBeGreaterThan(last);
    const log = openSqliteLog({ file, partitions: 1 });
    const [end] = await log.watermarks('numbers.v1');
    expect(end?.high).toBeGreaterThan(acknowledged);
    last = (end?.high ?? 0) - 1;
    await log.close();
  }
  rmSync(folder, { recursive: true });
}, 30_000);
