import { healthAnswer, type RunningService } from '@jobwire/platform';

/** A line per dependency of every service, named `service/dependency`. */
export async function wholeHealth(
  running: readonly RunningService[],
  kind: 'readiness' | 'liveness',
): Promise<{ status: number; body: string }> {
  const lines = await Promise.all(
    running.map(async ({ name, context }) => {
      const checks = await context.health[kind]();
      const own = { name, ok: checks.every((check) => check.ok) };
      return [own, ...checks.map((check) => ({ ...check, name: `${name}/${check.name}` }))];
    }),
  );
  return healthAnswer(lines.flat());
}
