import { buildTaxonomy, type BuildOptions } from '@jobwire/taxonomy/build';
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';

/** `jobwire taxonomy build`: one compact file set out of the official downloads. */
export function buildTaxonomyCommand(): Command {
  return new Command('build')
    .description('Build a taxonomy from the official downloads; services load it with JOBWIRE_TAXONOMY.')
    .requiredOption('--esco <path>', 'the ESCO csv download: a folder, or its zip')
    .option('--soc <file>', 'SOC 2020 unit groups, json or csv')
    .option('--ashe <file>', 'pay and jobs by SOC 2020 code (ASHE table 14, json)')
    .option('--ncs <folder>', 'job profiles of the National Careers Service')
    .option('--titles <file>', 'csv of job titles with their occupation: vacancyTitle, conceptUri')
    .requiredOption(
      '--out <dir>',
      'the folder to write; a taxonomy in it is replaced and its ids are followed',
    )
    .action(run);
}

async function run(options: BuildOptions): Promise<void> {
  const bar = process.stderr.isTTY ? new SingleBar(barOptions) : undefined;
  bar?.start(1000, 0, { doing: '' });
  const result = await buildTaxonomy(options, (share, doing) => {
    bar?.update(Math.round(share * 1000), { doing });
  }).finally(() => bar?.stop());
  for (const { what, count, examples } of result.misfits)
    process.stderr.write(`${count} times: ${what}, such as ${examples[0] ?? ''}\n`);
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

const barOptions = {
  stream: process.stderr,
  format: 'Building {bar} {percentage}% | {doing} | {eta_formatted} left',
  hideCursor: true,
};
