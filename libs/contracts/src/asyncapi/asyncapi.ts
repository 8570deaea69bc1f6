import { allEvents } from '../events/index.js';
import { eventChannels, eventMessages } from './event-channels.js';
import { liveChannel, liveMessages, liveOperations } from './live-channel.js';

/** The AsyncAPI 3 document of topics and of the websocket; derived, never written by hand. */
export function asyncApiDocument(version: string): Record<string, unknown> {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Jobwire',
      version,
      description:
        'What Jobwire says: states and changes on Kafka topics, live messages on a websocket. Topics and groups may go by a prefix (JOBWIRE_PREFIX). Whoever reads match sets follows the rules of docs/architecture.md.',
    },
    defaultContentType: 'application/json',
    servers: {
      log: { host: 'kafka:9092', protocol: 'kafka', description: 'The event log.' },
      live: { host: 'localhost:3000', protocol: 'ws', description: 'The one origin that serves everything.' },
    },
    channels: { ...eventChannels(allEvents), live: liveChannel() },
    operations: { ...sayings(), ...liveOperations() },
    components: { messages: { ...eventMessages(allEvents), ...liveMessages() } },
  };
}

function sayings(): Record<string, unknown> {
  return Object.fromEntries(
    allEvents.map((event) => [
      `say.${event.type}`,
      {
        action: 'send',
        channel: { $ref: `#/channels/${event.topic.name}` },
        summary: event.summary,
        messages: [{ $ref: `#/channels/${event.topic.name}/messages/${event.type}` }],
      },
    ]),
  );
}
