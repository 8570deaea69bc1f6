/** For each key the records that carry it. A key without records takes no memory. */
export class Postings<T> {
  private readonly lists = new Map<string, Set<T>>();

  add(key: string, record: T): void {
    const list = this.lists.get(key);
    if (list === undefined) this.lists.set(key, new Set([record]));
    else list.add(record);
  }

  remove(key: string, record: T): void {
    const list = this.lists.get(key);
    if (list?.delete(record) && list.size === 0) this.lists.delete(key);
  }

  collect(key: string, into: Set<T>): void {
    const list = this.lists.get(key);
    if (list !== undefined) for (const record of list) into.add(record);
  }
}
