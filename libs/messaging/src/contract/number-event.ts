import { defineEvent, type EventDefinition } from '@jobwire/contracts';
import { z } from 'zod';

/** A state as small as can be. */
export interface NumberState {
  readonly id: string;
  readonly revision: number;
  readonly number: number;
}

/** An event for tests, on a topic of the name given. */
export function numberEvent(topic: string): EventDefinition<NumberState> {
  return defineEvent({
    name: 'test.number',
    topic: { name: topic, cleanup: 'compact', partitions: 'own' },
    version: 1,
    key: ({ id }) => id,
    data: z.object({ id: z.string(), revision: z.int(), number: z.int() }),
    summary: 'For tests.',
  });
}
