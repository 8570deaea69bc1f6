// node libs/messaging/bench/event-log.mjs [folder]: how fast the embedded log is on this disk. Needs a build.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteLog } from '../dist/index.js';

const folder = mkdtempSync(join(process.argv[2] ?? tmpdir(), 'jobwire-bench-'));
const log = openSqliteLog({ file: join(folder, 'log.sqlite') });
const topic = 'bench.v1';
await log.ensureTopics([{ name: topic, cleanup: 'compact', partitions: 'own' }]);
const value = Buffer.from(JSON.stringify({ text: 'x'.repeat(1_000) }));
const record = (n) => ({ topic, key: `k${n % 5_000}`, value, headers: { ce_type: 'bench', n: String(n) } });

function quantiles(name, times) {
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(times.length * share)].toFixed(2);
  say(`${name}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(0.9999)} ms (${times.length})`);
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

async function oneByOne(count) {
  const times = [];
  for (let n = 0; n < count; n++) {
    const began = performance.now();
    await log.append([record(n)]);
    times.push(performance.now() - began);
  }
  quantiles('append, one after the other, acknowledged', times);
}

async function grouped(count, size) {
  const began = performance.now();
  for (let n = 0; n < count; n += size) {
    await Promise.all(Array.from({ length: size }, (_, i) => log.append([record(n + i)])));
  }
  const seconds = (performance.now() - began) / 1_000;
  say(`append, ${size} at once: ${Math.round(count / seconds)} records/s`);
}

async function delivered(count) {
  const appended = new Map();
  const times = [];
  let all;
  const done = new Promise((resolve) => (all = resolve));
  const follower = await log.follow({
    topics: [topic],
    from: 'latest',
    batch: async ({ records }) => {
      for (const { headers } of records) times.push(performance.now() - appended.get(headers.n));
      if (times.length === count) all();
    },
  });
  for (let n = 0; n < count; n++) {
    appended.set(String(n), performance.now());
    await log.append([record(n)]);
  }
  await done;
  await follower.close();
  quantiles('from append to delivery', times);
}

async function consumed() {
  const ends = await log.watermarks(topic);
  const total = ends.reduce((sum, { high }) => sum + high, 0);
  let count = 0;
  let all;
  const done = new Promise((resolve) => (all = resolve));
  const began = performance.now();
  const member = await log.join({
    group: 'bench',
    topics: [topic],
    handler: {
      batch: async ({ partition, records }) => {
        const offset = records.at(-1).offset + 1;
        await member.commit(member.assignment().generation, [{ topic, partition, offset, metadata: '' }]);
        count += records.length;
        if (count >= total) all();
      },
    },
  });
  await done;
  const seconds = (performance.now() - began) / 1_000;
  say(
    `consume ${total} records in a group, committed batch by batch: ${Math.round(total / seconds)} records/s`,
  );
  await member.leave();
}

await oneByOne(2_000);
await grouped(50_000, 1_000);
await delivered(2_000);
await consumed();
const began = performance.now();
await log.maintain(new Date(Date.now() + 86_400_000));
say(`compact 54,000 records to 5,000: ${Math.round(performance.now() - began)} ms`);
await log.close();
rmSync(folder, { recursive: true });
