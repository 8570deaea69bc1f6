import { partitionOf } from './partition-of.js';

/** Mints an id: random, never derived from who somebody is, never used again. */
export type MintId = () => string;

export const mintUuid: MintId = () => crypto.randomUUID();

/**
 * Mints ids until one falls into the same partition as `neighbour`, `partitions` tries on average.
 * Whatever belongs to one person then keeps one order, even when the person begins anew with a new id.
 */
export function mintInPartitionOf(neighbour: string, partitions: number, mint: MintId = mintUuid): string {
  const wanted = partitionOf(neighbour, partitions);
  for (;;) {
    const id = mint();
    if (partitionOf(id, partitions) === wanted) return id;
  }
}
