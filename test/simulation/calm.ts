import { topics } from '@jobwire/contracts';
import type { World } from './world.js';

const PATIENCE_MS = 15_000;
/** Longer than sweeps, commits and the pauses of whoever starts anew. */
const QUIET_MS = 400;

/** No more mishaps; whatever is on its way arrives. Resolves when nothing moves any more. */
export async function calmDown(world: World): Promise<void> {
  world.calm = true;
  world.say('--- calm');
  const former = world.matching.filter(
    ({ life, release }) => life.state === 'ghost' || release < world.release,
  );
  for (const { life } of former) life.die();
  let quiet = 0;
  let before = '';
  for (let left = PATIENCE_MS; left > 0 && quiet < QUIET_MS; left--) {
    await world.time.step();
    if (left % 10 === 0) reconnect(world);
    const now = left % 10 === 0 ? await standing(world) : before;
    quiet = now === before && now !== '' ? quiet + 1 : 0;
    before = now;
  }
  if (quiet < QUIET_MS) world.complain(`never comes to rest: ${await whatIsLeft(world)}`);
}

/** Where everything stands; empty while something is known to be left to do. */
async function standing(world: World): Promise<string> {
  if ((await whatIsLeft(world)) !== '') return '';
  const ends = await Promise.all(Object.values(topics).map(({ name }) => world.log.watermarks(name)));
  return JSON.stringify(ends);
}

async function whatIsLeft(world: World): Promise<string> {
  const left: string[] = [];
  if (!world.broker.quiet) left.push('late duplicates');
  if (world.matching.length < world.mix.instances) left.push('matching is away');
  for (const process of world.matching) if (!process.ready) left.push(process.describe());
  left.push(...(await vacanciesUnread(world)));
  const groups = {
    matching: [topics.profiles],
    notifications: [topics.matches, topics.vacancies, topics.profiles],
    vacancies: [topics.vacancies],
    profiles: [topics.profiles],
  };
  for (const [group, read] of Object.entries(groups))
    for (const { name } of read) left.push(...(await unread(world, group, name)));
  return left.join(', ');
}

/** Also whoever has no partition reads all of them, when it has said what it could not say before. */
async function vacanciesUnread({ log, matching }: World): Promise<string[]> {
  const marks = await log.watermarks(topics.vacancies.name);
  const isBehind = (next: readonly number[] = []): boolean =>
    marks.some(({ partition, high }) => (next[partition] ?? 0) < high);
  return matching
    .filter(({ index }) => isBehind(index?.positions.vector()))
    .map(({ life }) => `${life.name} has vacancies to read`);
}

async function unread({ log }: World, group: string, topic: string): Promise<string[]> {
  const committed = await log.committed(group, topic);
  const marks = await log.watermarks(topic);
  return marks
    .filter(({ partition, high }) => high > 0 && (committed.get(partition)?.offset ?? 0) < high)
    .map(
      ({ partition, high }) =>
        `${group} at ${committed.get(partition)?.offset} of ${topic}/${partition}@${high}`,
    );
}

function reconnect(world: World): void {
  for (const browser of world.browsers.values()) {
    const replica = world.chance.pick(world.notifications);
    if (replica !== undefined && !browser.connected) browser.connect(replica);
  }
}
