import type { Clock } from '@jobwire/kernel';
import { Room, type IndexPicture, type MatchEngine } from '@jobwire/matcher';
import type { EventLog } from '@jobwire/messaging';
import type { Breathe } from './ports.js';
import { Lane } from './lane.js';
import { objectionTo } from './objection.js';
import { readNote, writeNote, type Note, type Standing } from './standing.js';
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
  /** What it takes in memory. */
  readonly bytes: number;
  readonly positions: Pick<VacancyPositions, 'lines'>;
  /** How often somebody left it since it began. */
  readonly forgotten: number;
  show(look: (engine: MatchEngine, standing: Omit<Standing, 'logId'>) => Promise<void>): Promise<void>;
}

/** An index at one moment, and where it stood. */
interface Cut {
  readonly picture: IndexPicture;
  readonly standing: Omit<Standing, 'logId'>;
  readonly forgotten: number;
}

interface SnapshotTools {
  readonly store: SnapshotStore | undefined;
  readonly log: Pick<EventLog, 'logId' | 'watermarks'>;
  readonly clock: Clock;
  readonly breathe: Breathe;
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
  /** One save after the other. */
  private readonly lane = new Lane();
  /** What of those who left the index is in the snapshot no more; undefined: nobody knows what is in it. */
  private forgotten: number | undefined = 0;

  constructor(private readonly tools: SnapshotTools) {}

  /** A snapshot that is damaged, foreign or too old is refused with its reason, and the index is built from the log. */
  async begin(vacancyPartitions: number): Promise<Beginning> {
    this.forgotten = 0;
    const saved = this.read();
    const why =
      saved === undefined ? undefined : await objectionTo(saved.note.standing, vacancyPartitions, this.tools);
    if (why !== undefined) this.tools.refused(why);
    if (saved === undefined || why !== undefined) {
      this.forgotten = undefined;
      return this.nothing(vacancyPartitions);
    }
    const { engine, note } = saved;
    const { standing, latest } = note;
    const positions = VacancyPositions.from(standing.vacancies, latest);
    return { engine, positions, profiles: new Map(standing.profiles) };
  }

  /**
   * As the index is at one moment, for which it is copied; it is written while the instance works on. Nothing is saved
   * while a partition is being taken over.
   */
  save(instance: ShowsIndex): Promise<void> {
    return this.lane.run(() => this.saveNow(instance));
  }

  /** Where somebody left the index who is still in the snapshot. */
  saveIfForgotten(instance: ShowsIndex): Promise<void> {
    return this.lane.run(async () => {
      if (instance.forgotten !== this.forgotten) await this.saveNow(instance);
    });
  }

  private async saveNow(instance: ShowsIndex): Promise<void> {
    const { store, log } = this.tools;
    if (store === undefined) return;
    const logId = await log.logId();
    await this.unlessItFails(async () => {
      const room = new Room(instance.bytes);
      const cut = await this.cut(instance, room);
      if (cut === undefined) return;
      const { picture, standing, forgotten } = cut;
      // What is read since then will be read again after a start from here, so it may be among them.
      const latest = (await this.inSlices(instance.positions.lines())).join('');
      await store.write(picture.written(writeNote({ standing: { logId, ...standing }, latest })));
      this.forgotten = forgotten;
      room.free();
    });
  }

  private async cut(instance: ShowsIndex, room: Room): Promise<Cut | undefined> {
    await this.inSlices(room.prepare());
    let cut: Cut | undefined;
    await instance.show((engine, standing) =>
      // In the instance's own turn, where an error would end it.
      this.unlessItFails(async () => {
        const picture = engine.picture();
        await this.inSlices(picture.copy(room));
        cut = { picture, standing, forgotten: instance.forgotten };
      }),
    );
    return cut;
  }

  private async inSlices<Slice>(slices: Iterable<Slice>): Promise<Slice[]> {
    const all: Slice[] = [];
    for (const slice of slices) {
      all.push(slice);
      await this.tools.breathe();
    }
    return all;
  }

  /** A full disk or memory ends nothing. */
  private async unlessItFails(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.tools.refused(`It could not be saved: ${String(error)}`);
    }
  }

  private nothing(vacancyPartitions: number): Beginning {
    return {
      engine: this.tools.create(),
      positions: new VacancyPositions(vacancyPartitions),
      profiles: new Map(),
    };
  }

  private read(): { engine: MatchEngine; note: Note } | undefined {
    const file = this.tools.store?.open();
    if (file === undefined) return undefined;
    try {
      const { engine, note } = this.tools.reopen(file.take);
      return { engine, note: readNote(note) };
    } catch (error) {
      this.tools.refused(error instanceof Error ? error.message : String(error));
      return undefined;
    } finally {
      file.close();
    }
  }
}
