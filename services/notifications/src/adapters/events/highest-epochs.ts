import { Inject, Injectable } from '@nestjs/common';
import { topics } from '@jobwire/contracts';
import type { EventBatch, Handled } from '@jobwire/messaging';
import { CONTEXT, type ServiceContext } from '@jobwire/platform';
import { z } from 'zod';

const Metadata = z.object({ epoch: z.int().nonnegative() });

/** The highest epoch before a record: kept with the group's commit, never ahead of it. */
@Injectable()
export class HighestEpochs {
  constructor(@Inject(CONTEXT) private readonly context: ServiceContext) {}

  async before({ partition }: EventBatch): Promise<number> {
    const { log, name } = this.context;
    const committed = (await log.committed(name, topics.matches.name)).get(partition);
    return committed === undefined ? 0 : epochIn(committed.metadata);
  }

  after(epoch: number): Handled {
    return { metadata: JSON.stringify({ epoch }) };
  }
}

function epochIn(metadata: string): number {
  try {
    return Metadata.parse(JSON.parse(metadata)).epoch;
  } catch {
    return 0;
  }
}
