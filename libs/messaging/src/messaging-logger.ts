/** What is written about messages; pino fits. Fields never hold keys, values or what an error says of them. */
export interface MessagingLogger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

const nothing = (): void => undefined;

export const silentMessagingLogger: MessagingLogger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
};

/** An error's class, for logs: its message may quote personal data. */
export function nameOfError(error: unknown): string {
  const named = typeof error === 'object' && error !== null && 'name' in error;
  return named ? String(error.name) : typeof error;
}
