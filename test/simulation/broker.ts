import type { Committed, NewRecord, OffsetCommit, Appended, SqliteLog } from '@jobwire/messaging';
import type { Surroundings } from './life.js';

/** The one log behind all processes: what it does on its own, and what it remembers for the adversary. */
export class Broker {
  private readonly generations = new Map<string, number>();
  private readonly history = new Map<string, OffsetCommit[]>();
  private readonly waiting = new Set<Promise<unknown>>();
  private away: string | undefined;

  constructor(
    readonly log: SqliteLog,
    readonly partitions: number,
    private readonly around: Surroundings,
  ) {}

  /** Appends what was appended once more, behind what comes meanwhile. */
  later(name: string, records: readonly NewRecord[]): void {
    const arrival = this.around
      .sleep(this.around.chance.between(5, 200))
      .then(() => this.log.append(records))
      .then((appended) => this.tell(`late duplicate of ${name}`, records, appended));
    this.waiting.add(arrival);
    void arrival.finally(() => this.waiting.delete(arrival));
  }

  /** Nothing can be appended to the topic for a while. */
  takeAway(topic: string, milliseconds: number): void {
    this.around.say(`${topic} is away for ${milliseconds} ms`);
    this.away = topic;
    void this.around.sleep(milliseconds).then(() => (this.away = undefined));
  }

  isAway(topic: string): boolean {
    return topic === this.away && !this.around.calm;
  }

  /** Nothing is on its way any more. */
  get quiet(): boolean {
    return this.waiting.size === 0;
  }

  generationBegan(group: string, generation: number): void {
    this.generations.set(group, Math.max(generation, this.generations.get(group) ?? 0));
  }

  /** Nobody has been given a newer generation yet. */
  isPreparing(group: string, generation: number): boolean {
    return generation === this.generations.get(group);
  }

  /** All of them at once: one by one the last would come behind commits of the next generation. */
  async force(group: string, offsets: readonly OffsetCommit[]): Promise<void> {
    await Promise.all(offsets.map((offset) => this.log.rewind(group, offset)));
  }

  remember(name: string, group: string, offsets: readonly OffsetCommit[]): void {
    for (const offset of offsets) {
      const key = `${group} ${offset.topic}/${offset.partition}`;
      const known = this.history.get(key) ?? [];
      this.history.set(key, [...known.slice(-20), offset]);
      this.around.say(`${name} commits ${key} @${offset.offset} ${offset.metadata}`);
    }
  }

  /** A group finds an earlier commit of its own, or none that says anything. */
  async loseCommits(group: string, entirely: boolean): Promise<void> {
    const lost = [...this.history].filter(([key]) => key.startsWith(`${group} `));
    for (const [key, commits] of lost) {
      const last = commits.at(-1);
      const nothing: Committed = { offset: 0, metadata: '' };
      const to = entirely ? last && { ...last, ...nothing } : this.around.chance.pick(commits);
      if (to === undefined) continue;
      this.around.say(`the commits of ${key} are lost after @${to.offset}`);
      await this.log.rewind(group, to);
    }
    await this.log.rebalance(group);
  }

  tell(name: string, records: readonly NewRecord[], appended: readonly Appended[]): void {
    for (const [index, { topic, value, key }] of records.entries()) {
      const place = appended[index];
      const text = value?.toString('utf8') ?? 'tombstone';
      this.around.say(`${name}: ${topic}/${place?.partition}@${place?.offset} ${key} ${brief(text)}`);
    }
  }
}

/** What a trace needs of a record. */
function brief(text: string): string {
  return text
    .replaceAll(/"(?:reasons|personReasons)":\[.*?\](?=,"(?:personScore|alert)")/g, '')
    .replaceAll(/"(?:description|title|postedAt|label|scorer)":"[^"]*",?/g, '')
    .slice(0, 400);
}
