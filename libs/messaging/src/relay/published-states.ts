/** The newest state of a document, to be published. */
export interface PendingState<Data> {
  readonly key: string;
  readonly revision: number;
  /** null: the document has ended and a tombstone says so. */
  readonly data: Data | null;
}

/** A record of the service's own topic, read back. */
export interface ReadingOfState {
  readonly key: string;
  readonly revision: number;
  readonly partition: number;
  readonly offset: number;
}

export type Confirmation = 'confirmed' | 'older' | 'absent';

/** What each service's store answers, so that its newest states end up on its topic. */
export interface PublishedStates<Data> {
  /** Documents whose revision differs from what the topic has; oldest change first. */
  unpublished(limit: number): Promise<readonly PendingState<Data>[]>;
  /** The newest state of one document, whether published or not. */
  pending(key: string): Promise<PendingState<Data> | undefined>;
  /**
   * Sets publishedRevision and publishedOffset where the offset is higher than the stored one; one answer each, in
   * order. `absent` when there is no document, also for a tombstone whose document is gone: nothing is left to do then.
   * A document that only waits for its tombstone may be deleted once that is confirmed at its own revision.
   */
  confirm(readings: readonly ReadingOfState[]): Promise<readonly Confirmation[]>;
}
