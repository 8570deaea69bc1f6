import { loadGazetteer } from '@jobwire/taxonomy';
import { buildPlaces } from '@jobwire/taxonomy/build';
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import type { Config } from '../config.js';

/** `jobwire places`: towns by their beginning, and `places build` for every postcode. */
export function placesCommand(config: Config): Command {
  return new Command('places')
    .description('Towns that begin like what is given.')
    .argument('[name]', 'the beginning of a name', '')
    .action((name: string) => {
      for (const town of loadGazetteer(config.JOBWIRE_PLACES).suggestTowns(name))
        process.stdout.write(`${JSON.stringify({ town })}\n`);
    })
    .addCommand(
      new Command('build')
        .description('Make every postcode findable to the point; services load it with JOBWIRE_PLACES.')
        .requiredOption('--onspd <file>', 'the ONS Postcode Directory, csv')
        .requiredOption('--out <dir>', 'the folder to write')
        .action(build),
    );
}

async function build(options: { onspd: string; out: string }): Promise<void> {
  const bar = process.stderr.isTTY
    ? new SingleBar({ stream: process.stderr, format: 'Building {bar} {percentage}% | {eta_formatted} left' })
    : undefined;
  bar?.start(1000, 0);
  const result = await buildPlaces(options, (share) => bar?.update(Math.round(share * 1000))).finally(() =>
    bar?.stop(),
  );
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
