import { logLevel, type logCreator, type LoggerEntryContent } from 'kafkajs';
import type { MessagingLogger } from '../messaging-logger.js';

type Level = keyof MessagingLogger;

/** kafkajs calls every connection that was closed an error; for us it is one when the group or its data suffers. */
const GRAVE = ['Crash:', 'Offset out of range'];
/** A broker's refusal, such as "the group is rebalancing": whoever asked deals with it. */
const ORDINARY = 'Response ';

/** Names and numbers only: an error's own text or stack may quote a record. */
const FIELDS = ['groupId', 'topic', 'partition', 'broker', 'error', 'retryCount', 'retryTime', 'duration'];

/** Writes what kafkajs has to say to our log. */
export function kafkaLogging(logger: MessagingLogger): logCreator {
  return () =>
    ({ namespace, level, log }) =>
      logger[levelOf(level, log.message)]({ kafka: namespace, ...fieldsOf(log) }, log.message);
}

function levelOf(level: logLevel, message: string): Level {
  if (message.startsWith(ORDINARY)) return 'debug';
  if (level === logLevel.ERROR) return GRAVE.some((words) => message.startsWith(words)) ? 'error' : 'warn';
  return level === logLevel.WARN ? 'info' : 'debug';
}

function fieldsOf(log: LoggerEntryContent): object {
  return Object.fromEntries(FIELDS.flatMap((name) => (name in log ? [[name, log[name] as unknown]] : [])));
}
