interface Run {
  readonly current: Promise<void>;
  /** One more after the current one, for all who asked meanwhile. */
  next: Promise<void> | undefined;
}

/**
 * Runs a task at most once at a time for each key. Who asks while it runs shares one further run: it begins after they
 * asked, so it sees what they wrote, and ends after the current one, so the newest state ends last.
 */
export class OnePerKey {
  private readonly runs = new Map<string, Run>();

  constructor(private readonly task: (key: string) => Promise<void>) {}

  run(key: string): Promise<void> {
    const running = this.runs.get(key);
    if (!running) return this.begin(key);
    running.next ??= running.current.catch(() => undefined).then(() => this.begin(key));
    return running.next;
  }

  private begin(key: string): Promise<void> {
    const current = this.task(key);
    const run: Run = { current, next: undefined };
    this.runs.set(key, run);
    const forget = (): void => {
      if (this.runs.get(key) === run && run.next === undefined) this.runs.delete(key);
    };
    current.then(forget, forget);
    return current;
  }
}
