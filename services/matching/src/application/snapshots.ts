import { compaction, profileState, vacancyState } from '@jobwire/contracts';
import type { Clock } from '@jobwire/kernel';
import type { MatchEngine } from '@jobwire/matcher';
import type { EventLog } from '@jobwire/messaging';
import { readStanding, writeStanding, type Standing } from './standing.js';
import { VacancyPositions } from './vacancy-positions.js';

/** Gives the next so many bytes of a snapshot, fewer where it ends. */
export type TakeBytes = (count: number) => Uint8Array;

/** A place for one snapshot that outlives the process. */
export interface SnapshotStore {
  /** Undefined where there is none. `close` when it is read. */
  open(): { take: TakeBytes; close: () => void } | undefined;
  /** All of it or, when it fails, nothing: the one before stays. */
  write(pieces: Iterable<Uint8Array>): Promise<void>;
}

/** An index to begin with: as it was saved, or an empty one. */
export interface Beginning {
  readonly engine: MatchEngine;
  readonly positions: VacancyPositions;
  /** By partition of profiles: the next record that the index does not know. */
  readonly profiles: ReadonlyMap<number, number>;
}

/** Whoever has an index: shows it and where it stands, when it is settled; nothing changes until `look` is done. */
export interface ShowsIndex {
  show(look: (engine: MatchEngine, standing: Omit<Standing, 'logId'>) => Promise<void>): Promise<void>;
}

interface SnapshotTools {
  readonly store: SnapshotStore | undefined;
  readonly log: Pick<EventLog, 'logId' | 'watermarks'>;
  readonly clock: Clock;
  readonly create: () => MatchEngine;
  readonly reopen: (take: TakeBytes) => { engine: MatchEngine; note: string };
  /** Told why a snapshot was not used, or could not be saved. */
  readonly refused: (why: string) => void;
}

/**
 * The index between two runs. It only saves reading the log from its beginning: what is said about anybody follows from
 * the committed progress, as without it.
 */
export class Snapshots {
  constructor(private readonly tools: SnapshotTools) {}

  /** A snapshot that is damaged, foreign or too old is refused with its reason, and the index is built from the log. */
  async begin(vacancyPartitions: number): Promise<Beginning> {
    const saved = this.read();
    const why = saved === undefined ? undefined : await this.objection(saved.standing, vacancyPartitions);
    if (why !== undefined) this.tools.refused(why);
    if (saved === undefined || why !== undefined) return this.nothing(vacancyPartitions);
    const { engine, standing } = saved;
    const positions = VacancyPositions.from(standing.vacancies, standing.latest);
    return { engine, positions, profiles: new Map(standing.profiles) };
  }

  /** As the index is now; nothing is saved while a partition is being taken over. */
  async save(instance: ShowsIndex): Promise<void> {
    const { store, log, refused } = this.tools;
    if (store === undefined) return;
    const logId = await log.logId();
    await instance.show(async (engine, standing) => {
      // In the instance's own turn, where an error would end it: a full disk must not.
      try {
        await store.write(engine.save(writeStanding({ logId, ...standing })));
      } catch (error) {
        refused(`It could not be saved: ${String(error)}`);
      }
    });
  }

  private nothing(vacancyPartitions: number): Beginning {
    return {
      engine: this.tools.create(),
      positions: new VacancyPositions(vacancyPartitions),
      profiles: new Map(),
    };
  }

  private read(): { engine: MatchEngine; standing: Standing } | undefined {
    const file = this.tools.store?.open();
    if (file === undefined) return undefined;
    try {
      const { engine, note } = this.tools.reopen(file.take);
      return { engine, standing: readStanding(note) };
    } catch (error) {
      this.tools.refused(error instanceof Error ? error.message : String(error));
      return undefined;
    } finally {
      file.close();
    }
  }

  private async objection(
    { logId, at, vacancies, profiles }: Standing,
    vacancyPartitions: number,
  ): Promise<string | undefined> {
    const { log, clock } = this.tools;
    if (logId !== (await log.logId())) return 'It belongs to another log.';
    // Whose tombstone was read by nobody and is gone by now would stay for ever.
    if (clock.now().getTime() - at >= compaction.deleteRetentionMs)
      return 'It is older than tombstones live.';
    if (vacancies.length !== vacancyPartitions) return 'It has another number of partitions.';
    const isAhead = async (topic: string, next: readonly (readonly [number, number])[]): Promise<boolean> => {
      const ends = new Map((await log.watermarks(topic)).map(({ partition, high }) => [partition, high]));
      return next.some(([partition, offset]) => offset > (ends.get(partition) ?? 0));
    };
    const jobs = vacancies.map((offset, partition) => [partition, offset] as const);
    if ((await isAhead(vacancyState.topic.name, jobs)) || (await isAhead(profileState.topic.name, profiles)))
      return 'It is ahead of the log.';
    return undefined;
  }
}
