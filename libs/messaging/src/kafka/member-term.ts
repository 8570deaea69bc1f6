import { StaleGenerationError, type Assignment, type TopicPartition } from '../event-log.js';

/** A member's time with one assignment: from joining until the group moves on. */
export class MemberTerm {
  private over = false;
  private heardAt = performance.now();
  private readonly generation = Promise.withResolvers<number>();
  /** The handler has said where to begin, and records flow. */
  opened = false;
  /** What kafkajs has to be told when the batch in hand is done, so that it joins anew. */
  loss: unknown;

  constructor(
    readonly assignment: Assignment,
    readonly memberId: string,
    private readonly sessionTimeoutMs: number,
  ) {
    // Nobody may be waiting for it when the term ends.
    this.generation.promise.catch(() => undefined);
  }

  /** The group's own number of this generation: kafkajs tells it with the first heartbeat. */
  get known(): Promise<number> {
    return this.generation.promise;
  }

  /** Unheard of for a whole session, a member is no longer one, whether anybody has told it or not. */
  get isOver(): boolean {
    return this.over || performance.now() - this.heardAt > this.sessionTimeoutMs;
  }

  heard(memberId: string, generation: number): void {
    if (memberId !== this.memberId) return;
    this.heardAt = performance.now();
    this.generation.resolve(generation);
  }

  has({ topic, partition }: TopicPartition): boolean {
    return this.assignment.partitions.some((own) => own.topic === topic && own.partition === partition);
  }

  /** True the first time. */
  end(): boolean {
    const first = !this.over;
    this.over = true;
    this.generation.reject(new StaleGenerationError('The group has moved on.'));
    return first;
  }
}
