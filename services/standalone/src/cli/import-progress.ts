import { SingleBar } from 'cli-progress';

/** A bar with rate and remaining time, on a terminal only. */
export class ImportProgress {
  private bar: SingleBar | undefined;
  private bytesRead: () => number = () => 0;
  private readonly started = performance.now();

  begin(bytes: number, bytesRead: () => number): void {
    if (!process.stderr.isTTY) return;
    this.bytesRead = bytesRead;
    this.bar = new SingleBar({
      stream: process.stderr,
      format: 'Importing {bar} {percentage}% | {records} records | {rate}/s | {eta_formatted} left',
      hideCursor: true,
    });
    this.bar.start(bytes, 0, { records: 0, rate: 0 });
  }

  read(records: number): void {
    const seconds = (performance.now() - this.started) / 1000;
    this.bar?.update(this.bytesRead(), { records, rate: Math.round(records / Math.max(seconds, 0.001)) });
  }

  end(): void {
    this.bar?.stop();
  }
}
