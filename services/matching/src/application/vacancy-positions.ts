/** A millisecond. */
const LINES_AT_ONCE = 4000;

/** How far vacancies have been read, and where the latest record of each stands. */
export class VacancyPositions {
  private readonly next: number[];
  private readonly latest = new Map<string, { partition: number; offset: number }>();
  private readonly ends: number[];
  private caughtUp = 0;

  constructor(partitions: number) {
    this.next = Array<number>(partitions).fill(0);
    this.ends = Array<number>(partitions).fill(0);
  }

  /** As `next` and `lines` of another said. */
  static from(next: readonly number[], lines: string): VacancyPositions {
    const positions = new VacancyPositions(next.length);
    next.forEach((offset, partition) => (positions.next[partition] = offset));
    for (const line of lines.split('\n')) {
      const [id = '', partition, offset] = line.split(' ');
      if (id !== '') positions.latest.set(id, { partition: Number(partition), offset: Number(offset) });
    }
    return positions;
  }

  /**
   * Each vacancy's id, and partition and offset of its latest record, a line each and many in a slice. What is read
   * meanwhile may be in it.
   */
  *lines(): Generator<string> {
    let some: string[] = [];
    for (const [id, { partition, offset }] of this.latest) {
      some.push(`${id} ${partition} ${offset}\n`);
      if (some.length < LINES_AT_ONCE) continue;
      yield some.join('');
      some = [];
    }
    yield some.join('');
  }

  read(id: string | undefined, partition: number, offset: number): void {
    this.next[partition] = offset + 1;
    if (id !== undefined) this.latest.set(id, { partition, offset });
  }

  /** The end as a batch saw it. */
  sawEnd(partition: number, high: number): void {
    this.ends[partition] = high;
  }

  /** When nothing that was seen to exist was unread, last; milliseconds since 1970. */
  caughtUpAt(now: Date): number {
    if (this.ends.every((end, partition) => (this.next[partition] ?? 0) >= end))
      this.caughtUp = now.getTime();
    return this.caughtUp;
  }

  /** Records not read yet, by partition, as far as a batch has seen. */
  lags(): number[] {
    return this.ends.map((end, partition) => Math.max(0, end - (this.next[partition] ?? 0)));
  }

  vector(): number[] {
    return [...this.next];
  }

  /** Vacancies, ended ones too, whose latest record lies at or after a vector. */
  since(vector: readonly number[]): string[] {
    return [...this.latest]
      .filter(([, { partition, offset }]) => offset >= (vector[partition] ?? 0))
      .map(([id]) => id);
  }
}
