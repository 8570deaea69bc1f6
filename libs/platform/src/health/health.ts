/** One dependency and whether it serves. */
export interface DependencyHealth {
  readonly name: string;
  readonly ok: boolean;
  readonly detail?: string;
}

export type HealthCheck = () => Promise<Omit<DependencyHealth, 'name'>> | Omit<DependencyHealth, 'name'>;

/** What a service says of itself: live (worth keeping) and ready (may be asked). */
export class Health {
  private readonly ready = new Map<string, HealthCheck>();
  private readonly live = new Map<string, HealthCheck>();

  /** Ready when every check says so. */
  addReadiness(name: string, check: HealthCheck): void {
    this.ready.set(name, check);
  }

  /** A check that fails here asks for a restart: use it for what only a restart mends. */
  addLiveness(name: string, check: HealthCheck): void {
    this.live.set(name, check);
  }

  readiness(): Promise<DependencyHealth[]> {
    return ask(this.ready);
  }

  liveness(): Promise<DependencyHealth[]> {
    return ask(this.live);
  }
}

function ask(checks: ReadonlyMap<string, HealthCheck>): Promise<DependencyHealth[]> {
  return Promise.all([...checks].map(([name, check]) => askOne(name, check)));
}

async function askOne(name: string, check: HealthCheck): Promise<DependencyHealth> {
  try {
    return { name, ...(await check()) };
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? error.message : 'failed' };
  }
}

/** A line for a service, well when all of its checks are, and one for each of them, named `service/dependency`. */
export async function healthLines(
  name: string,
  health: Health,
  kind: 'readiness' | 'liveness',
): Promise<DependencyHealth[]> {
  const checks = await health[kind]();
  const own = { name, ok: checks.every((check) => check.ok) };
  return [own, ...checks.map((check) => ({ ...check, name: `${name}/${check.name}` }))];
}

/** What `/health/…` answers: a line per dependency. */
export function healthAnswer(lines: readonly DependencyHealth[]): { status: number; body: string } {
  const status = lines.every((line) => line.ok) ? 200 : 503;
  return { status, body: lines.map((line) => `${JSON.stringify(line)}\n`).join('') };
}
