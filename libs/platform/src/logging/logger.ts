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
    hooks: { streamWrite: withoutSecrets },
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
        'password',
        '*.password',
        '*.*.password',
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

/** Errors quote addresses and headers in their messages and stacks, where no path reaches. */
function withoutSecrets(line: string): string {
  return line
    .replace(/(\bmongodb(?:\+srv)?:\/\/)[^\s"]*@/g, '$1[redacted]@')
    .replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, '[redacted]');
}

export function silentLogger(): Logger {
  return pino({ level: 'silent' });
}
