import type { Progress } from '../domain/progress.js';

/** A partition of `profiles.v1` in this instance's hands. */
export interface OwnedPartition {
  readonly partition: number;
  /** Of the group, when it was given. */
  readonly generation: number;
  readonly epoch: number;
  /** Where the one before left off; undefined without a usable commit. */
  readonly from: Progress | undefined;
  /** Restore up to here, then publish the gap. */
  readonly restoreTo: number;
  /** Profiles at or after the committed offset, as they are met. */
  readonly gap: Set<string>;
  /** The next profile record. */
  offset: number;
  /** The end as the last batch saw it. */
  high: number;
  /** Restored and settled: its sets follow every record from now on. */
  live: boolean;
  /** Given up: nothing of it is committed any more. */
  lost: boolean;
}
