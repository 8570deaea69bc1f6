import { every, type Logger } from '@jobwire/platform';
import type { ShowsIndex, SnapshotStore, Snapshots } from '../../application/snapshots.js';

/** Where the index is saved, if anywhere, and how often. */
export interface Saving {
  readonly store: SnapshotStore | undefined;
  readonly everyMs: number;
  /** So soon after somebody has left the index, with whoever left it meanwhile. */
  readonly forgetAfterMs: number;
}

/** Saves an instance's index from time to time; what it returns ends that when the save in hand is done. */
export function keepSaving(
  snapshots: Snapshots,
  instance: ShowsIndex,
  { everyMs, forgetAfterMs }: Saving,
  logger: Logger,
): () => Promise<void> {
  const stops = [
    every(everyMs, 'saving the index', () => snapshots.save(instance), logger),
    every(forgetAfterMs, 'forgetting who has left', () => snapshots.saveIfForgotten(instance), logger),
  ];
  return async () => void (await Promise.all(stops.map((stop) => stop())));
}
