import { Injectable } from '@nestjs/common';
import type { EventBatch, Handled } from '@jobwire/messaging';
import { z } from 'zod';

const Metadata = z.object({ epoch: z.int().nonnegative() });

/**
 * The highest epoch before a record: kept with the group's commit, never ahead of it. Batches that were not committed
 * one by one (a failing one is taken record by record) go on from where the one before them ended here.
 */
@Injectable()
export class HighestEpochs {
  private readonly reached = new Map<number, { readonly offset: number; readonly epoch: number }>();

  before(batch: EventBatch): number {
    return Math.max(epochIn(batch.metadata), this.justBefore(batch));
  }

  after({ partition, records }: EventBatch, epoch: number): Handled {
    const last = records.at(-1);
    if (last !== undefined) this.reached.set(partition, { offset: last.offset, epoch });
    return { metadata: JSON.stringify({ epoch }) };
  }

  private justBefore({ partition, records }: EventBatch): number {
    const reached = this.reached.get(partition);
    const [first] = records;
    return reached !== undefined && first !== undefined && first.offset > reached.offset ? reached.epoch : 0;
  }
}

function epochIn(metadata: string): number {
  try {
    return Metadata.parse(JSON.parse(metadata)).epoch;
  } catch {
    return 0;
  }
}
