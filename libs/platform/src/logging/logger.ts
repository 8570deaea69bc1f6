import { pino, type DestinationStream, type Logger as PinoLogger } from 'pino';
import { currentCorrelationId } from './correlation.js';

export type Logger = PinoLogger;

/** JSON lines with the correlation id of the request or record at hand; what could be a secret is taken out. */
export function createLogger(options: {
  level: string;
  name: string;
  destination?: DestinationStream;
}): Logger {
  const settings = {
    name: options.name,
    level: options.level,
    redact: {
      paths: [
        'authorization',
        '*.authorization',
        'token',
        '*.token',
        'ticket',
        '*.ticket',
        'email',
        '*.email',
      ],
      censor: '[redacted]',
    },
    mixin: () => {
      const correlationId = currentCorrelationId();
      return correlationId === undefined ? {} : { correlationId };
    },
  };
  // Standard output belongs to what a command answers; logs go to standard error.
  return pino(settings, options.destination ?? pino.destination({ fd: 2, sync: true }));
}

export function silentLogger(): Logger {
  return pino({ level: 'silent' });
}
