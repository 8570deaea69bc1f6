import { attributions, loadTaxonomy } from '@jobwire/taxonomy';
import { Command } from 'commander';
import type { Config } from '../config.js';
import { buildTaxonomyCommand } from './build-taxonomy.command.js';
import { placesCommand } from './places.command.js';
import { readingCommands } from './reading.commands.js';

/** Commands that need no running instance: taxonomies and places, and what they make of words. */
export function taxonomyCommands(config: Config): Command[] {
  return [...readingCommands(config), taxonomyCommand(config), placesCommand(config)];
}

function taxonomyCommand(config: Config): Command {
  return new Command('taxonomy')
    .description('What the taxonomy holds and whom it owes.')
    .option('--taxonomy <dir>', 'a built taxonomy (default: JOBWIRE_TAXONOMY, else the shipped one)')
    .action(({ taxonomy: folder = config.JOBWIRE_TAXONOMY }: { taxonomy?: string }) => {
      const taxonomy = loadTaxonomy(folder);
      const counts = { skills: taxonomy.skills().length, occupations: taxonomy.occupations().length };
      process.stdout.write(`${JSON.stringify({ version: taxonomy.version, ...counts, attributions })}\n`);
    })
    .addCommand(buildTaxonomyCommand());
}
