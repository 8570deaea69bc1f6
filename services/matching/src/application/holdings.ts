import type { Assignment } from '@jobwire/messaging';
import { Gate } from './gate.js';
import type { OwnedPartition } from './owned-partition.js';

/** The partitions in this instance's hands. The gate is shut while one of them is being taken over. */
export class Holdings {
  readonly gate = new Gate();
  private readonly byNumber = new Map<number, OwnedPartition>();
  private readonly over = new Set<number>();
  private beginning = 0;

  /** A generation's partitions are about to be taken over. */
  begin(generation: number): void {
    this.over.delete(generation);
    this.beginning++;
  }

  /** They are in hand, or given up again. */
  begun(): void {
    this.beginning--;
  }

  /** Its partitions were given up, perhaps before they were in hand. */
  isOver(generation: number): boolean {
    return this.over.has(generation);
  }

  add(owned: OwnedPartition): void {
    this.byNumber.set(owned.partition, owned);
    this.gate.shut();
  }

  get(partition: number): OwnedPartition | undefined {
    return this.byNumber.get(partition);
  }

  all(): readonly OwnedPartition[] {
    return [...this.byNumber.values()];
  }

  live(): readonly OwnedPartition[] {
    return this.all().filter((owned) => owned.live);
  }

  get allLive(): boolean {
    return this.all().every((owned) => owned.live);
  }

  /** Nothing is on its way into these hands, and all that is in them is live. */
  get settled(): boolean {
    return this.beginning === 0 && this.allLive;
  }

  cameLive(owned: OwnedPartition): void {
    owned.live = true;
    if (this.allLive) this.gate.open();
  }

  /** From this tick on nothing of them is committed. */
  lose({ generation, partitions }: Assignment): readonly OwnedPartition[] {
    this.over.add(generation);
    const lost = partitions
      .map(({ partition }) => this.byNumber.get(partition))
      .filter((owned) => owned !== undefined)
      .filter((owned) => owned.generation === generation);
    for (const owned of lost) {
      owned.lost = true;
      this.byNumber.delete(owned.partition);
    }
    if (this.allLive) this.gate.open();
    return lost;
  }
}
