import { ownerHere, wholeHealth, type RunningService } from '@jobwire/platform';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 10;
const LONG_MS = 2000;

/** Waits until every service says that it is ready; `tell` is called when that takes long enough to wonder. */
export async function untilReady(
  running: readonly RunningService[],
  tell: (waitingFor: string) => void,
): Promise<void> {
  const began = performance.now();
  for (let told = 0; ;) {
    const { status, body } = await wholeHealth(running.map(ownerHere), 'readiness');
    if (status === 200) return;
    if (performance.now() - began > LONG_MS * (told + 1)) {
      told++;
      tell(notReady(body));
    }
    await pause(LOOK_EVERY_MS);
  }
}

function notReady(lines: string): string {
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { name: string; ok: boolean })
    .filter(({ ok, name }) => !ok && name.includes('/'))
    .map(({ name }) => name)
    .join(', ');
}
