import { houseShape, readSettings } from '@jobwire/platform';
import { Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';

const shape = {
  ...houseShape,
  JOBWIRE_KAFKA: z.string().min(1).optional(),
  JOBWIRE_MONGODB: z.string().min(1).optional(),
};

export interface StackConfig extends z.output<z.ZodObject<typeof shape>> {
  /** Processes of each service that may have several. */
  readonly processes: { readonly matching: number; readonly notifications: number };
}

/** The stack's environment and its options. @throws Error with the names of settings that are wrong */
export function readStackConfig(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): StackConfig {
  const command = new Command('npm run stack --')
    .description('Kafka, MongoDB and every service as a process of its own, on this machine, without Docker.')
    .option(
      '--matching <n>',
      'matching processes; each takes a share of the profiles (0: they run elsewhere)',
      count,
      1,
    )
    .option('--notifications <n>', 'notifications processes; each takes a share of the sockets', count, 1)
    .parse([...args], { from: 'user' });
  return { ...readSettings(shape, environment), processes: command.opts() };
}

function count(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0 && number <= 64) return number;
  throw new InvalidArgumentError('It takes a whole number from 0 to 64.');
}
