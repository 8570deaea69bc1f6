import { feedFormats, type FeedFormat } from '@jobwire/feeds';
import { Command, Option } from 'commander';
import type { Config } from '../config.js';
import { ApiClient } from './api-client.js';
import { importFeed } from './import-feed.js';
import { ImportProgress } from './import-progress.js';
import { ImportReport } from './import-report.js';
import { tokenOf } from './token.command.js';

interface ImportOptions {
  format: FeedFormat;
  source?: string;
  employer?: string;
  report?: string;
  asOf?: string;
}

/** `jobwire import`: a feed into a running instance. */
export function importCommand(config: Config): Command {
  return new Command('import')
    .description('Read a feed and send its vacancies to a running Jobwire. Can be stopped and started again.')
    .argument('<file>', 'the feed, gzipped or not; - reads standard input')
    .addOption(new Option('--format <format>', 'what the feed is').choices(feedFormats).makeOptionMandatory())
    .option('--source <name>', 'the name that tells this feed from others (default: the format)')
    .option('--employer <id>', 'the employer all vacancies belong to (default: one per hiring organisation)')
    .option('--report <file>', 'write the rejected records there, as JSON lines')
    .option('--as-of <date>', 'replay an old feed as if today were that date')
    .action((file: string, options: ImportOptions) => run(config, file, options));
}

async function run(config: Config, file: string, options: ImportOptions): Promise<void> {
  const token =
    config.JOBWIRE_TOKEN ?? (await tokenOf(config, { role: 'operator', sub: 'import', expires: '12h' }));
  const client = new ApiClient(config.JOBWIRE_URL ?? `http://127.0.0.1:${config.JOBWIRE_PORT}`, token);
  const report = new ImportReport(options.report);
  const progress = new ImportProgress();
  try {
    await importFeed(
      { ...options, file, source: options.source ?? options.format },
      client,
      report,
      progress,
    );
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  } finally {
    progress.end();
    report.close();
    process.stdout.write(`${JSON.stringify(report.summary)}\n`);
  }
}
