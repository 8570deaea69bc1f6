import { profileState, vacancyState, type EventDefinition } from '@jobwire/contracts';
import { bruteForceMatches, type OracleMatch } from '@jobwire/matcher';
import { decode, openKafkaLog, type EventLog } from '@jobwire/messaging';
import { loadTaxonomy } from '@jobwire/taxonomy';
import { matchingTaxonomy } from '../../services/matching/src/adapters/taxonomy/matching-taxonomy.js';
import type { Api } from '../support/api.js';

/**
 * Fails unless every inbox is as it must be; answers how many alerts there are. To be tried until it holds: what was
 * written last may still be on its way.
 */
export async function everythingIsRight(
  brokers: readonly string[],
  prefix: string,
  people: readonly Api[],
): Promise<number> {
  const truth = await Truth.of(brokers, prefix);
  const complaints = await Promise.all(people.map((person) => truth.complaintsOf(person)));
  if (complaints.flat().length > 0) throw new Error(complaints.flat().join('\n'));
  return truth.alerts;
}

/** What every inbox has to hold, by brute force from the states as they stand on the topics. */
class Truth {
  private constructor(
    private readonly matches: readonly OracleMatch[],
    /** Revisions of the living profiles. */
    private readonly revisions: ReadonlyMap<string, number>,
  ) {}

  static async of(brokers: readonly string[], prefix: string): Promise<Truth> {
    const log = openKafkaLog({ brokers, clientId: 'truth', prefix });
    try {
      const vacancies = await newest(log, vacancyState);
      const profiles = await newest(log, profileState);
      const matches = bruteForceMatches(vacancies, profiles, matchingTaxonomy(loadTaxonomy()));
      return new Truth(matches, new Map(profiles.map(({ id, revision }) => [id, revision])));
    } finally {
      await log.close();
    }
  }

  get alerts(): number {
    return this.matches.filter(({ alert }) => alert).length;
  }

  /** What is wrong with somebody's inbox; nothing when it is as it must be. */
  async complaintsOf(person: Api): Promise<string[]> {
    const profile = await person.get<{ id: string; revision: number }>('/api/v1/profile');
    const { id, revision } = profile.status === 200 ? profile.body : { id: undefined, revision: undefined };
    if (id !== undefined && this.revisions.get(id) !== revision)
      return [`${id}: its state is not on the topic`];
    const wanted = this.matches.filter(({ profileId, alert }) => profileId === id && alert);
    const shown = await alertsOf(person);
    return [
      ...wanted.flatMap(({ vacancyId, score }) => {
        const has = shown.get(vacancyId);
        return has === score ? [] : [`${id}: ${vacancyId} should be ${score} and is ${has ?? 'missing'}`];
      }),
      ...[...shown.keys()]
        .filter((vacancyId) => !wanted.some((match) => match.vacancyId === vacancyId))
        .map((vacancyId) => `${id}: ${vacancyId} is stale`),
    ];
  }
}

/** The living states of a topic, the newest revision of each. */
async function newest<State extends { revision: number }>(
  log: EventLog,
  event: EventDefinition<State>,
): Promise<State[]> {
  const topic = event.topic.name;
  const ends = await log.watermarks(topic);
  const known = new Map<string, { revision: number; state: State | null }>();
  const follower = await log.follow({
    topics: [topic],
    from: 'earliest',
    batch: async ({ records }) => {
      for (const record of records) {
        const decoded = decode(record, [event]);
        if (!decoded.ok) throw new Error(`${topic} holds what nobody can read.`);
        const { key, revision = 0, data } = decoded.event;
        if (revision > (known.get(key)?.revision ?? 0)) known.set(key, { revision, state: data });
      }
    },
  });
  while (ends.some(({ partition, high }) => follower.position({ topic, partition }) < high))
    await new Promise((resolve) => setTimeout(resolve, 20));
  await follower.close();
  return [...known.values()].flatMap(({ state }) => state ?? []);
}

interface Page {
  readonly items: readonly { vacancyId: string; score: number; state: string }[];
  readonly next?: string;
}

/** Score by vacancy, without what was withdrawn. */
async function alertsOf(person: Api): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (let after: string | undefined = '0'; after !== undefined;) {
    const { status, body }: { status: number; body: Page } = await person.get<Page>(
      `/api/v1/alerts?limit=200&after=${encodeURIComponent(after)}`,
    );
    if (status !== 200) throw new Error(`The inbox answered ${status}.`);
    for (const { vacancyId, score, state } of body.items)
      if (state === 'withdrawn') found.delete(vacancyId);
      else found.set(vacancyId, score);
    after = body.next ?? undefined;
  }
  return found;
}
