interface Entry<T> {
  readonly revision: number;
  /** Absent once it has ended: a stub, so that an older revision cannot come back. */
  readonly record: T | undefined;
}

/** What is known of each id: the newest revision, and the record while there is one. */
export class Register<T> {
  private readonly entries = new Map<string, Entry<T>>();
  private live = 0;

  isNews(id: string, revision: number): boolean {
    return revision > (this.entries.get(id)?.revision ?? -Infinity);
  }

  set(id: string, revision: number, record: T | undefined): void {
    this.live += (record === undefined ? 0 : 1) - (this.record(id) === undefined ? 0 : 1);
    this.entries.set(id, { revision, record });
  }

  forget(id: string): void {
    if (this.record(id) !== undefined) this.live--;
    this.entries.delete(id);
  }

  record(id: string): T | undefined {
    return this.entries.get(id)?.record;
  }

  revision(id: string): number | undefined {
    return this.entries.get(id)?.revision;
  }

  get records(): number {
    return this.live;
  }

  get stubs(): number {
    return this.entries.size - this.live;
  }
}
