import { profileState } from '@jobwire/contracts';
import { StaleGenerationError, type EventLog, type GroupMember, type OffsetCommit } from '@jobwire/messaging';
import { noProgress, readProgress, writeProgress, type Progress } from '../domain/progress.js';

export const GROUP = 'matching';
const topic = profileState.topic.name;

interface Committing {
  readonly partition: number;
  readonly progress: Progress;
}

/** What the group remembers of each partition between instances. */
export class Commits {
  constructor(
    private readonly log: Pick<EventLog, 'committed'>,
    private readonly vacancyPartitions: number,
  ) {}

  /** By partition; undefined where there is no usable commit. */
  async read(): Promise<(partition: number) => Progress | undefined> {
    const committed = await this.log.committed(GROUP, topic);
    return (partition) => {
      const commit = committed.get(partition);
      return commit === undefined ? undefined : readProgress(commit.offset, commit.metadata);
    };
  }

  nothing(): Progress {
    return noProgress(this.vacancyPartitions);
  }

  /** False when the group has moved on; whoever owns the partition now has a commit of their own. */
  async write(member: GroupMember, generation: number, commits: readonly Committing[]): Promise<boolean> {
    if (commits.length === 0) return true;
    try {
      await member.commit(generation, commits.map(toOffset));
      return true;
    } catch (error) {
      if (error instanceof StaleGenerationError) return false;
      throw error;
    }
  }
}

function toOffset({ partition, progress }: Committing): OffsetCommit {
  return { topic, partition, offset: progress.offset, metadata: writeProgress(progress) };
}
