/**
 * Remembers what this process published and has not read back yet, so that the sweep does not say it again at once.
 * Only for a while: another replica may be the one that reads it back.
 */
export class RecentlyPublished {
  private readonly revisions = new Map<string, { readonly revision: number; readonly until: number }>();

  constructor(private readonly graceMs: number) {}

  add(key: string, revision: number): void {
    this.revisions.set(key, { revision, until: performance.now() + this.graceMs });
  }

  /** True when exactly this was published a moment ago. */
  has(key: string, revision: number): boolean {
    const known = this.revisions.get(key);
    return known !== undefined && known.revision === revision && known.until > performance.now();
  }

  forget(key: string): void {
    this.revisions.delete(key);
  }

  /** Lets go of what is older than the grace; insertion order is not expiry order, so it looks at all. */
  prune(): void {
    const now = performance.now();
    for (const [key, { until }] of this.revisions) if (until <= now) this.revisions.delete(key);
  }
}
