/** Which partition each id lies in, so that a partition given up can be forgotten without a scan. */
export class Partitions {
  private readonly ids = new Map<number, Set<string>>();
  private readonly partitionOf = new Map<string, number>();

  place(id: string, partition: number): void {
    const known = this.partitionOf.get(id);
    if (known !== undefined && known !== partition) this.ids.get(known)?.delete(id);
    this.partitionOf.set(id, partition);
    const ids = this.ids.get(partition);
    if (ids === undefined) this.ids.set(partition, new Set([id]));
    else ids.add(id);
  }

  of(partition: number): readonly string[] {
    return [...(this.ids.get(partition) ?? [])];
  }

  /** Forgets a partition and returns the ids that lay in it. */
  take(partition: number): Iterable<string> {
    const ids = this.ids.get(partition) ?? new Set<string>();
    this.ids.delete(partition);
    for (const id of ids) this.partitionOf.delete(id);
    return ids;
  }
}
