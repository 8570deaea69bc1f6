import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const LIMIT_MS = 600_000;
const LINES = 15;

/**
 * Runs a tool to its end and answers its standard output.
 * @throws Error with the last lines of what it said
 */
export async function runTool(program: string, args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await execute(program, args, { timeout: LIMIT_MS, maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  } catch (cause) {
    const { stdout = '', stderr = '', message } = cause as Error & { stdout?: string; stderr?: string };
    const said = `${stdout}\n${stderr}`.trim().split('\n').slice(-LINES).join('\n');
    throw new Error(`${program} ${args[0] ?? ''} failed:\n${said === '' ? message : said}`, { cause });
  }
}
