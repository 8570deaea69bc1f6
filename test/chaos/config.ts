/** JOBWIRE_SEED repeats a run, JOBWIRE_CHAOS_SECONDS makes it shorter or longer (120 when absent). */
export function chaosConfig(environment: NodeJS.ProcessEnv = process.env): { seed: number; seconds: number } {
  return {
    seed: Number(environment['JOBWIRE_SEED'] ?? Date.now() % 1_000_000),
    seconds: Number(environment['JOBWIRE_CHAOS_SECONDS'] ?? 120),
  };
}
