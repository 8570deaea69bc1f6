// Starts Kafka and MongoDB once for all medium tests and hands the addresses over in the environment. Plain JavaScript
// on the build, because Jest does not map the packages' names for a set-up.
import { kafkaForTests, mongoForTests, testSettings } from '@jobwire/testing';

export const servers = [];

export default async function startServers() {
  const kinds = [
    ['JOBWIRE_KAFKA', kafkaForTests],
    ['JOBWIRE_MONGODB', mongoForTests],
  ];
  const outcomes = await Promise.allSettled(kinds.map(([, forTests]) => forTests()));
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.status === 'rejected') refuseOrSkip(outcome.reason);
    else {
      servers.push(outcome.value);
      process.env[kinds[index][0]] = outcome.value.address;
    }
  }
}

function refuseOrSkip(error) {
  if (testSettings().requireServers) throw error;
  process.stderr.write(`Skipped: ${error.message}\n`);
}
