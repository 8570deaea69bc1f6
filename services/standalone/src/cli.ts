import { Command, CommanderError } from 'commander';
import { readConfig } from './config.js';
import { importCommand } from './cli/import.command.js';
import { taxonomyCommands } from './cli/taxonomy.commands.js';
import { tokenCommand } from './cli/token.command.js';

async function main(): Promise<void> {
  const config = readConfig();
  const program = new Command('jobwire')
    .description('Real-time job matching: tokens, imports, and what the taxonomy makes of words.')
    .addCommand(tokenCommand(config))
    .addCommand(importCommand(config))
    .showHelpAfterError();
  for (const command of taxonomyCommands(config)) program.addCommand(command);
  await program.parseAsync();
}

main().catch((error: unknown) => {
  if (error instanceof CommanderError) process.exit(error.exitCode);
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
