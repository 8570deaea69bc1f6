// Appends one record after the other to the log in the file given, and writes the offset of each that was acknowledged.
import { writeSync } from 'node:fs';
import { openSqliteLog } from '../dist/sqlite/open-sqlite-log.js';

const log = openSqliteLog({ file: process.argv[2], partitions: 1 });
await log.ensureTopics([{ name: 'numbers.v1', cleanup: 'compact', partitions: 'own' }]);
for (let n = 0; ; n++) {
  const value = Buffer.from(`${n} ${'x'.repeat(n % 3_000)}`);
  const [{ offset }] = await log.append([{ topic: 'numbers.v1', key: `k${n}`, value, headers: {} }]);
  writeSync(1, `${offset}\n`);
}
