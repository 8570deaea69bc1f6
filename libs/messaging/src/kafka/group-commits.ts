import type { Broker, Cluster } from 'kafkajs';
import { MAX_METADATA_BYTES, StaleGenerationError, type OffsetCommit } from '../event-log.js';
import { translated } from './kafka-errors.js';
import type { KafkaNames } from './kafka-names.js';
import type { MemberTerm } from './member-term.js';

/**
 * Commits once, under the generation and member that earned it: the broker refuses them as soon as the group has
 * another. kafkajs' own `commitOffsets` tries again after a network error under whatever generation it has by then,
 * and would commit for a partition that went elsewhere meanwhile.
 */
export class GroupCommits {
  private coordinator: Promise<Broker> | undefined;
  private cluster: Cluster | undefined;

  constructor(
    private readonly groupId: string,
    private readonly names: KafkaNames,
  ) {}

  /** kafkajs hands its cluster to those who deal out partitions. */
  use(cluster: Cluster): void {
    this.cluster = cluster;
  }

  /** @throws StaleGenerationError, UnavailableError */
  async commit(term: MemberTerm, offsets: readonly OffsetCommit[]): Promise<void> {
    if (offsets.length === 0) return;
    const [groupGenerationId, coordinator] = await Promise.all([term.known, this.findCoordinator()]);
    if (term.isOver) throw new StaleGenerationError('The group has moved on.');
    const request = { groupId: this.groupId, memberId: term.memberId, groupGenerationId };
    try {
      await translated(() => coordinator.offsetCommit({ ...request, topics: this.topicsOf(offsets) }));
    } catch (error) {
      this.coordinator = undefined;
      throw error;
    }
  }

  /** For tests: nothing more is asked of the brokers, as if the process had died. */
  async freeze(): Promise<void> {
    const { cluster } = this;
    if (cluster === undefined) return;
    cluster.refreshMetadataIfNecessary = () => new Promise(() => undefined);
    await cluster.disconnect();
  }

  private async findCoordinator(): Promise<Broker> {
    const { cluster, groupId } = this;
    if (cluster === undefined) throw new StaleGenerationError('This member has not joined yet.');
    const known = await this.coordinator;
    if (known?.isConnected()) return known;
    this.coordinator = translated(() => cluster.findGroupCoordinator({ groupId }));
    this.coordinator.catch(() => (this.coordinator = undefined));
    return this.coordinator;
  }

  private topicsOf(offsets: readonly OffsetCommit[]) {
    const byTopic = Map.groupBy(offsets, ({ topic }) => topic);
    return [...byTopic].map(([topic, commits]) => ({
      topic: this.names.topic(topic),
      partitions: commits.map(({ partition, offset, metadata }) => ({
        partition,
        offset: String(offset),
        metadata: refuseLong(metadata),
      })),
    }));
  }
}

function refuseLong(metadata: string): string {
  if (Buffer.byteLength(metadata) <= MAX_METADATA_BYTES) return metadata;
  throw new RangeError(`Commit metadata may have ${MAX_METADATA_BYTES} bytes.`);
}
