import type { Column } from '../memory/grown.js';

/** What a part of the engine saves: views of its arrays as far as they are in use, and a copy of whatever else it has. */
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
