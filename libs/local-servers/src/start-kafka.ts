import { Kafka, logLevel } from 'kafkajs';
import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { placesOf } from './config.js';
import { findKafka, type KafkaProgram } from './find-kafka.js';
import { freePort } from './free-port.js';
import { kafkaProperties } from './kafka-properties.js';
import { onFreePort, type LocalServer, type LocalServerOptions } from './local-server.js';
import { withProgress, type Say } from './progress.js';
import { runTool } from './run-tool.js';
import { ServerProcess, serverFolder } from './server-process.js';

export interface LocalKafkaOptions extends LocalServerOptions {
  /** The most the JVM's heap takes; 384 when absent (about 310 MB resident in all). */
  readonly heapMb?: number;
}

const START_MS = 90_000;
const GRACE_MS = 20_000;
const PROBE_MS = 2000;
/** One core and a small heap: starting quickly counts for more than the last percent of speed. */
const JVM = ['-Xms128m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
const QUIET = ['-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-Dorg.slf4j.simpleLogger.showDateTime=true'];

/**
 * A Kafka of one node (KRaft, no ZooKeeper) on loopback.
 * @throws Error with the server's last lines when it cannot start, or with what to install when there is none
 */
export async function startKafka(options: LocalKafkaOptions = {}): Promise<LocalServer> {
  const program = await findKafka(placesOf(), options.say ?? ignore);
  return onFreePort(options.port, () => startOn(program, options));
}

async function startOn(program: KafkaProgram, options: LocalKafkaOptions): Promise<LocalServer> {
  const say = options.say ?? ignore;
  const folder = serverFolder('kafka', options.folder);
  const broker = options.port ?? (await freePort());
  const data = join(folder.path, 'data');
  const properties = join(folder.path, 'server.properties');
  writeFileSync(properties, kafkaProperties({ broker, controller: await freePort(), data }));
  const java = [program.java, ...JVM, `-Xmx${options.heapMb ?? 384}m`, ...QUIET, '-cp', program.classPath];
  if (!existsSync(join(data, 'meta.properties'))) await format(java, properties, say);
  const server = await ServerProcess.start({
    name: 'Kafka',
    folder,
    command: [...java, 'kafka.Kafka', properties],
    probe: () => askCoordinator(broker),
    trouble: /ERROR|FATAL|Exception|Error:/,
    startMs: START_MS,
    graceMs: GRACE_MS,
    say,
  });
  return {
    address: `127.0.0.1:${broker}`,
    source: program.source,
    get pid() {
      return server.pid;
    },
    ended: server.ended,
    stop: () => server.stop(),
  };
}

async function format([java = '', ...jvm]: readonly string[], properties: string, say: Say): Promise<void> {
  const args = [...jvm, 'kafka.tools.StorageTool', 'format', '-t', clusterId(), '-c', properties];
  await withProgress(say, 'preparing a data folder for Kafka', runTool(java, args));
}

/** As `StorageTool random-uuid` makes it, which takes a JVM 1.5 s: 16 random bytes, not beginning like an option. */
function clusterId(): string {
  for (;;) {
    const id = randomBytes(16).toString('base64url');
    if (!id.startsWith('-')) return id;
  }
}

/** The port is open and topics can be made seconds before groups can be joined: this asks for what comes last. */
async function askCoordinator(broker: number): Promise<void> {
  const kafka = new Kafka({
    brokers: [`127.0.0.1:${broker}`],
    logLevel: logLevel.NOTHING,
    connectionTimeout: PROBE_MS,
    requestTimeout: PROBE_MS,
    // The first try only learns who the brokers are.
    retry: { retries: 2, initialRetryTime: 50 },
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    await admin.fetchOffsets({ groupId: 'jobwire-is-the-coordinator-there' });
  } finally {
    await admin.disconnect();
  }
}

function ignore(): void {
  // nobody waits
}
