import { deadLetterOf } from '@jobwire/contracts';
import type { Clock } from '@jobwire/kernel';
import { RecordTooLargeError, type EventLog, type LogRecord, type NewRecord } from '../event-log.js';

/** What the headers of a dead letter say besides where it was. */
export interface Verdict {
  /** What decoding found, or `handler`. */
  readonly reason: string;
  /** The error's class. */
  readonly error: string;
  readonly message: string;
  readonly attempts: number;
  readonly firstAt: Date;
}

/** Where a group puts what it cannot handle: the record untouched, what happened in `dl_` headers. */
export class DeadLetters {
  readonly topic: string;

  constructor(
    private readonly log: Pick<EventLog, 'append'>,
    group: string,
    private readonly clock: Clock,
  ) {
    this.topic = deadLetterOf(group).name;
  }

  async put(record: LogRecord, verdict: Verdict): Promise<void> {
    const letter = this.letterOf(record, verdict);
    try {
      await this.log.append([letter]);
    } catch (error) {
      if (!(error instanceof RecordTooLargeError)) throw error;
      await this.log.append([withoutValue(letter)]);
    }
  }

  /** An erasure read from a topic reaches what the group has kept under that key. */
  async erase(tombstones: readonly LogRecord[]): Promise<void> {
    if (tombstones.length === 0) return;
    await this.log.append(
      tombstones.map(({ key, headers }) => ({ topic: this.topic, key, value: null, headers })),
    );
  }

  private letterOf(record: LogRecord, verdict: Verdict): NewRecord {
    const { topic, partition, offset } = record;
    return {
      topic: this.topic,
      // Compacted topics take no null keys.
      key: record.key ?? `${topic}/${partition}/${offset}`,
      value: record.value,
      headers: {
        ...record.headers,
        dl_topic: topic,
        dl_partition: String(partition),
        dl_offset: String(offset),
        dl_error: verdict.error,
        dl_reason: `${verdict.reason}: ${verdict.message}`.slice(0, 500),
        dl_attempts: String(verdict.attempts),
        dl_first_at: verdict.firstAt.toISOString(),
        dl_last_at: this.clock.now().toISOString(),
        ...(record.key === null ? { dl_key: 'null' } : {}),
      },
    };
  }
}

// The record fitted, with what happened it no longer does. The original stands at dl_offset as long as its topic keeps it.
function withoutValue(letter: NewRecord): NewRecord {
  return {
    ...letter,
    value: Buffer.alloc(0),
    headers: { ...letter.headers, dl_value: 'left out: too large' },
  };
}
