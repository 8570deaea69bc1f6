import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManualClock } from '@jobwire/kernel';
import { eventLogContract } from '../contract/event-log.contract.js';
import type { EventLogHarness } from '../contract/harness.js';
import type { GroupMember } from '../event-log.js';
import { openSqliteLog } from './open-sqlite-log.js';
import type { SqliteLog } from './sqlite-log.js';

class SqliteHarness implements EventLogHarness {
  readonly partitions = 3;
  readonly sessionTimeoutMs = 200;
  readonly patienceMs = 5_000;
  private readonly folder = mkdtempSync(join(tmpdir(), 'jobwire-log-'));
  private readonly clock = new ManualClock();
  private readonly others: SqliteLog[] = [];
  private log: SqliteLog | undefined;

  async open(): Promise<SqliteLog> {
    this.log = openSqliteLog({
      file: join(this.folder, 'log.sqlite'),
      partitions: this.partitions,
      clock: this.clock,
    });
    return this.log;
  }

  async reopen(): Promise<SqliteLog> {
    await this.log?.close();
    return this.open();
  }

  async openAnother(): Promise<SqliteLog> {
    const log = openSqliteLog({ file: ':memory:', partitions: this.partitions });
    this.others.push(log);
    return log;
  }

  async crash(member: GroupMember): Promise<void> {
    this.log?.crash(member);
  }

  async compact(): Promise<void> {
    this.clock.advance(8 * 86_400_000);
    await this.log?.maintain();
  }

  async close(): Promise<void> {
    await this.log?.close();
    await Promise.all(this.others.map((log) => log.close()));
    rmSync(this.folder, { recursive: true });
  }
}

eventLogContract('SQLite', () => new SqliteHarness());
