import type { Column } from '../memory/grown.js';

/** What a part of the engine saves: its arrays as far as they are in use, and whatever is not in arrays. */
export interface Saved<Facts> {
  readonly columns: readonly Column[];
  readonly facts: Facts;
}

/** A part of the engine that can be saved and brought back. `Facts` is plain JSON. */
export interface Saving<Facts> {
  save(): Saved<Facts>;
  /** Into a part that is empty yet. Keeps none of the columns. */
  restore(saved: Saved<Facts>): void;
}
