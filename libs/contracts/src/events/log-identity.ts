import { z } from 'zod';
import { defineEvent } from './define-event.js';
import { topics } from './topics.js';

export const LogIdentity = z.object({ id: z.string() });

export const logIdentity = defineEvent({
  name: 'log.identity',
  topic: topics.log,
  version: 1,
  // Each id is a key of its own, so that compaction keeps the first one.
  key: ({ id }) => id,
  data: LogIdentity,
  summary: 'Names the log. Another id means another history: offsets known from before mean nothing.',
});
