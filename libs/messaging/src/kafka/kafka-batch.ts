import type { EachBatchPayload, IHeaders, KafkaMessage } from 'kafkajs';
import type { LogRecord } from '../event-log.js';

/** kafkajs' batch as records, in pieces of no more than `size`. */
export function piecesOf({ batch }: EachBatchPayload, topic: string, size: number): LogRecord[][] {
  const records = batch.messages.map((message) => recordOf(message, topic, batch.partition));
  return Array.from({ length: Math.ceil(records.length / size) }, (_, piece) =>
    records.slice(piece * size, (piece + 1) * size),
  );
}

function recordOf(message: KafkaMessage, topic: string, partition: number): LogRecord {
  return {
    topic,
    partition,
    offset: Number(message.offset),
    timestamp: Number(message.timestamp),
    key: message.key === null ? null : message.key.toString(),
    value: message.value,
    headers: headersOf(message.headers),
  };
}

/** Of a header that stands several times the last one counts. */
function headersOf(headers: IHeaders = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      const last = Array.isArray(value) ? value.at(-1) : value;
      return last === undefined ? [] : [[name, last.toString()]];
    }),
  );
}
