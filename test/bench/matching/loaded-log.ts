// A log as a matching service leaves it that has been at work for long: everybody in it, everything matched and committed.
import { profileState, topics, vacancyState, type ProfileState } from '@jobwire/contracts';
import { scorerVersion, type MatchingTaxonomy } from '@jobwire/matcher';
import { EventPublisher, say, type EventLog, type Saying } from '@jobwire/messaging';
import type { Workload } from '../matcher/workload.js';

const AT_ONCE = 500;

/** How many people are remembered, to be changed later. */
export const REMEMBERED = 1000;

/** Puts people, then vacancies; returns some of the people. */
export async function fill(
  log: EventLog,
  workload: Pick<Workload, 'profile' | 'vacancy'>,
  people: number,
  jobs: number,
): Promise<ProfileState[]> {
  await log.ensureTopics([topics.vacancies, topics.profiles, topics.matches]);
  const publisher = new EventPublisher(log, 'bench');
  const some: ProfileState[] = [];
  await put(publisher, people, () => {
    const profile = workload.profile();
    if (some.length < REMEMBERED) some.push(profile);
    return say(profileState, profile);
  });
  await put(publisher, jobs, () => say(vacancyState, workload.vacancy()));
  return some;
}

async function put(publisher: EventPublisher, count: number, one: () => Saying): Promise<void> {
  for (let done = 0; done < count; done += AT_ONCE)
    await publisher.publishAll(Array.from({ length: Math.min(AT_ONCE, count - done) }, one));
}

/** Commits everything that is in the log for the group of matching, as an instance does that has said every set. */
export async function settle(log: EventLog, taxonomy: MatchingTaxonomy): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const member = await log.join({
    group: 'matching',
    topics: [topics.profiles.name],
    handler: {
      assigned: async ({ generation }, itself) => {
        const commit = async (): Promise<void> => itself.commit(generation, await offsets(log, taxonomy));
        await commit().then(resolve, reject);
      },
      batch: () => Promise.resolve(),
    },
  });
  await promise;
  await member.leave();
}

async function offsets(log: EventLog, taxonomy: MatchingTaxonomy) {
  const [jobs, people] = [
    await log.watermarks(topics.vacancies.name),
    await log.watermarks(topics.profiles.name),
  ];
  const vacancies = jobs.toSorted((a, b) => a.partition - b.partition).map(({ high }) => high);
  const scorer = scorerVersion(taxonomy);
  const metadata = JSON.stringify({ epoch: 1, vacancies, at: Date.now(), scorer });
  return people.map(({ partition, high }) => ({
    topic: topics.profiles.name,
    partition,
    offset: high,
    metadata,
  }));
}
