import { roles, type Role } from '@jobwire/contracts';
import { instanceOf, signToken } from '@jobwire/platform';
import { Command, Option } from 'commander';
import { resolve } from 'node:path';
import type { Config } from '../config.js';

interface TokenOptions {
  role: Role;
  sub: string;
  name?: string;
  employer?: string;
  employerName?: string;
  expires: string;
}

/** `jobwire token`: a bearer token of this data folder's own key. */
export function tokenCommand(config: Config): Command {
  return new Command('token')
    .description('Print a bearer token, signed with the key in JOBWIRE_DATA.')
    .addOption(new Option('--role <role>', 'what the bearer is').choices(roles).makeOptionMandatory())
    .requiredOption('--sub <subject>', 'who the bearer is')
    .option('--name <name>', 'their name')
    .option('--employer <id>', 'the employer they work for (role employer)')
    .option('--employer-name <name>', 'the employer’s name')
    .option('--expires <duration>', 'how long it is good for, such as 15m, 12h or 30d', '12h')
    .action(async (options: TokenOptions) => {
      process.stdout.write(`${await tokenOf(config, options)}\n`);
    });
}

export async function tokenOf(config: Config, options: TokenOptions): Promise<string> {
  if (options.role === 'employer' && options.employer === undefined)
    throw new Error('A token for an employer needs --employer with the employer’s id.');
  if (config.JOBWIRE_DATA === ':memory:')
    throw new Error(
      'With :memory: the key is in the temporary folder printed at start: set JOBWIRE_DATA to that.',
    );
  const { role, sub, name, employer, employerName, expires } = options;
  const instance = instanceOf(resolve(config.JOBWIRE_DATA));
  return signToken(instance, { role, subject: sub, name, employer, employerName, expires });
}
