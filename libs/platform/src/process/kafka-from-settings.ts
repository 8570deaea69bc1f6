import { openKafkaLog, type EventLog, type KafkaLogOptions, type MessagingLogger } from '@jobwire/messaging';
import type { HouseSettings, KafkaSettings } from '../settings/shapes.js';

/** The event log that the settings name. Nothing is connected yet. */
export function kafkaFromSettings(
  clientId: string,
  settings: HouseSettings & KafkaSettings,
  logger: MessagingLogger,
): EventLog {
  return openKafkaLog({
    brokers: settings.JOBWIRE_KAFKA,
    clientId: `jobwire-${clientId}`,
    partitions: settings.JOBWIRE_PARTITIONS,
    prefix: settings.JOBWIRE_PREFIX,
    replicationFactor: settings.JOBWIRE_KAFKA_REPLICATION,
    logger,
    ...encryptionOf(settings),
    ...credentialsOf(settings),
  });
}

function encryptionOf(settings: KafkaSettings): Pick<KafkaLogOptions, 'ssl'> {
  const { JOBWIRE_KAFKA_CA: ca, JOBWIRE_KAFKA_CERT: cert, JOBWIRE_KAFKA_KEY: key } = settings;
  if (!settings.JOBWIRE_KAFKA_TLS && ca === undefined && cert === undefined) return {};
  const given = Object.entries({ ca, cert, key }).filter(([, value]) => value !== undefined);
  return { ssl: given.length === 0 ? true : Object.fromEntries(given) };
}

/** @throws Error when the mechanism has no credentials, or they have no mechanism */
function credentialsOf(settings: KafkaSettings): Pick<KafkaLogOptions, 'sasl'> {
  const { JOBWIRE_KAFKA_SASL: mechanism, JOBWIRE_KAFKA_USERNAME: username } = settings;
  const password = settings.JOBWIRE_KAFKA_PASSWORD;
  const given = [mechanism, username, password].filter((value) => value !== undefined).length;
  if (given === 0) return {};
  if (mechanism === undefined || username === undefined || password === undefined)
    throw new Error(
      'JOBWIRE_KAFKA_SASL, JOBWIRE_KAFKA_USERNAME and JOBWIRE_KAFKA_PASSWORD go together: set all or none.',
    );
  // All mechanisms that the settings allow take the same two; the type wants to know which one it is.
  return { sasl: { mechanism, username, password } as NonNullable<KafkaLogOptions['sasl']> };
}
