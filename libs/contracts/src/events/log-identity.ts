import { z } from 'zod';
import { defineEvent } from './define-event.js';
import { topics } from './topics.js';

export const LogIdentity = z.object({ id: z.string() });

export const logIdentity = defineEvent({
  name: 'log.identity',
  topic: topics.log,
  version: 1,
  key: () => 'log',
  data: LogIdentity,
  summary: 'Names the log. Another id means another history: offsets known from before mean nothing.',
});
