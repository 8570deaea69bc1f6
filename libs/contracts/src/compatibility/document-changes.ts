import { schemaChanges, type Direction, type Json } from './schema-changes.js';

type Parts = Record<string, Json>;

/** What a new OpenAPI document takes away from those who use the former one. */
export function openApiChanges(before: Json, after: Json): string[] {
  return compare(before['paths'] as Parts, after['paths'] as Parts, '', (path, first, then) =>
    compare(first as Parts, then as Parts, path, (method, old, now) =>
      callChanges(old, now, `${method.toUpperCase()} ${path}`),
    ),
  );
}

function callChanges(before: Json, after: Json, at: string): string[] {
  return [
    ...parameterChanges(before, after, at),
    ...compare(
      contentOf(before['requestBody']),
      contentOf(after['requestBody']),
      `${at} takes`,
      (type, old, now) =>
        schemaChanges(old['schema'] as Json, now['schema'] as Json, 'input', `${at} body (${type})`),
    ),
    ...compare(
      before['responses'] as Parts,
      after['responses'] as Parts,
      `${at} answers`,
      (status, old, now) =>
        compare(contentOf(old), contentOf(now), `${at} ${status}`, (_, was, is) =>
          schemaChanges(was['schema'] as Json, is['schema'] as Json, 'output', `${at} ${status}`),
        ),
    ),
  ];
}

function parameterChanges(before: Json, after: Json, at: string): string[] {
  const [first, then] = [parametersOf(before), parametersOf(after)];
  const demanded = Object.keys(then).filter(
    (name) => then[name]?.['required'] === true && !first[name]?.['required'],
  );
  return [
    ...demanded.map((name) => `${at} parameter ${name}: is required now`),
    ...compare(first, then, `${at} parameter`, (name, old, now) =>
      schemaChanges(old['schema'] as Json, now['schema'] as Json, 'input', `${at} parameter ${name}`),
    ),
  ];
}

/** What a new AsyncAPI document takes away from those who use the former one. */
export function asyncApiChanges(before: Json, after: Json): string[] {
  return [
    ...compare(before['channels'] as Parts, after['channels'] as Parts, 'channel', channelChanges),
    ...compare(messagesOf(before), messagesOf(after), 'message', (name, old, now) =>
      schemaChanges(old['payload'] as Json, now['payload'] as Json, directionOf(name), name),
    ),
  ];
}

function messagesOf(document: Json): Parts {
  return (document['components'] as Json)['messages'] as Parts;
}

function channelChanges(name: string, before: Json, after: Json): string[] {
  const moved =
    placeOf(before) === placeOf(after) ? [] : [`${name}: its address, partitions or clean-up are others`];
  return [
    ...moved,
    ...compare(before['messages'] as Parts, after['messages'] as Parts, `${name} says`, () => []),
  ];
}

/** What must never change of a topic. */
function placeOf({ address, bindings }: Json): string {
  const { kafka } = (bindings ?? {}) as { kafka?: Json };
  const { 'cleanup.policy': cleanup } = (kafka?.['topicConfiguration'] ?? {}) as Json;
  return JSON.stringify([address, kafka?.['partitions'], cleanup]);
}

/** Clients say it to us; everything else is ours. */
function directionOf(message: string): Direction {
  return message.startsWith('client.') ? 'input' : 'output';
}

/** What is gone, and what `changes` finds in what stayed. */
function compare(
  before: Parts,
  after: Parts,
  at: string,
  changes: (name: string, before: Json, after: Json) => string[],
): string[] {
  return Object.entries(before).flatMap(([name, old]) => {
    const now = after[name];
    return now === undefined ? [`${at} ${name}: is gone`.trim()] : changes(name, old, now);
  });
}

function contentOf(part: unknown): Parts {
  return ((part as Json | undefined)?.['content'] ?? {}) as Parts;
}

function parametersOf(call: Json): Parts {
  const all = (call['parameters'] ?? []) as Json[];
  return Object.fromEntries(all.map((one) => [`${String(one['in'])} ${String(one['name'])}`, one]));
}
