import { deadLetterOf, profileState, topics, vacancyState } from '@jobwire/contracts';
import type { Clock } from '@jobwire/kernel';
import { openSqliteLog, type SqliteLog } from '@jobwire/messaging';
import { Database } from '@jobwire/sqlite';
import { migrations } from '../../services/notifications/src/adapters/sqlite/schema.js';
import { Broker } from './broker.js';
import { Browser } from './browser.js';
import { Chance } from './chance.js';
import { Life, type Surroundings } from './life.js';
import type { Profile, Vacancy } from './market.js';
import { Disk } from './disk.js';
import { MatchingProcess } from './matching-process.js';
import type { Mix } from './mixes.js';
import { NotificationsProcess } from './notifications-process.js';
import { RelayProcess } from './relay-process.js';
import { StateStore } from './state-store.js';
import type { VirtualTime } from './virtual-time.js';

const BEGINNING = Date.parse('2026-01-05T09:00:00Z');
const REPLICAS = 2;
/** Longer than any repair takes: a dead process is missed, its work done again. */
const COMPACTION_LAG_MS = 700;

interface Mortal {
  readonly life: Life;
  start(): Promise<void>;
}

/** Everything that runs, and what is true. Whoever dies is replaced. */
export class World implements Surroundings {
  readonly chance: Chance;
  readonly log: SqliteLog;
  readonly broker: Broker;
  private readonly disk = new Disk();
  readonly vacancies = new StateStore<Vacancy>();
  readonly profiles = new StateStore<Profile>();
  readonly erased: string[] = [];
  readonly database = new Database({ file: ':memory:', migrations });
  readonly clock: Clock = { now: () => new Date(BEGINNING + this.time.now * this.mix.timeScale) };
  readonly trace: string[] = [];
  readonly faults: string[] = [];
  readonly browsers = new Map<string, Browser>();
  matching: MatchingProcess[] = [];
  notifications: NotificationsProcess[] = [];
  vacancyRelays: RelayProcess<Vacancy>[] = [];
  profileRelays: RelayProcess<Profile>[] = [];
  calm = false;
  /** Of the matching service that starts from now on. */
  release = 0;
  readonly partitions: number;
  private begun = 0;
  private matchingReturns = 0;
  private over = false;

  constructor(
    seed: number,
    readonly mix: Mix,
    readonly time: VirtualTime,
  ) {
    this.chance = new Chance(seed);
    this.partitions = 1 + (seed % 3);
    this.log = openSqliteLog({
      file: ':memory:',
      partitions: this.partitions,
      clock: this.clock,
      minCompactionLagMs: COMPACTION_LAG_MS * mix.timeScale,
    });
    this.broker = new Broker(this.log, this.partitions, this);
  }

  readonly sleep = (milliseconds: number): Promise<unknown> => this.time.pause(milliseconds);

  readonly say = (text: string): void => {
    this.trace.push(`${this.time.now} ${text}`);
  };

  readonly complain = (fault: string): void => {
    this.faults.push(fault);
    this.say(`FAULT ${fault}`);
  };

  async begin(): Promise<void> {
    const groups = ['matching', 'notifications', 'vacancies', 'profiles'].map((group) => deadLetterOf(group));
    await this.stepping(this.log.ensureTopics([...Object.values(topics), ...groups]));
    for (let n = 0; n < REPLICAS; n++) {
      this.startVacancyRelay();
      this.startProfileRelay();
      this.startNotifications();
    }
    for (let n = 0; n < this.mix.instances; n++) this.startMatching();
  }

  async end(): Promise<void> {
    this.over = true;
    for (const mortal of this.everybody()) mortal.life.die();
    for (const browser of this.browsers.values()) browser.disconnect();
    await this.time.wait(3);
    await this.stepping(Promise.race([this.log.close(), this.time.pause(500)]));
    for (const store of [this.database, this.vacancies, this.profiles]) store.close();
    this.time.clear();
  }

  everybody(): readonly Mortal[] {
    return [...this.matching, ...this.notifications, ...this.vacancyRelays, ...this.profileRelays];
  }

  browserOf(owner: string): Browser {
    const known = this.browsers.get(owner) ?? new Browser(owner, this, this.complain);
    this.browsers.set(owner, known);
    return known;
  }

  /** Every matching instance dies, and for a while none takes its place. */
  leaveMatchingAlone(milliseconds: number): void {
    this.say(`matching is away for ${milliseconds} ms`);
    this.matchingReturns = this.time.now + milliseconds;
    for (const { life } of this.matching) life.die();
  }

  /** All but one of the instances make way for the next release at once. */
  upgradeMatching(): void {
    this.release++;
    this.say(`release ${this.release} of matching`);
    for (const { life } of this.matching.slice(1)) life.die();
  }

  startMatching(): void {
    const process = new MatchingProcess(
      this.newLife('M'),
      this.broker,
      this.skewed(),
      this.release,
      this.disk,
    );
    this.matching.push(process);
    this.run(process, () => {
      this.matching = this.matching.filter((other) => other !== process);
      void this.time
        .pause(this.matchingReturns - this.time.now)
        .then(() => this.over || this.startMatching());
    });
  }

  private startNotifications(): void {
    const { broker, clock, database, complain } = this;
    const process = new NotificationsProcess(this.newLife('N'), broker, clock, database, complain);
    this.notifications.push(process);
    this.run(process, () => {
      this.notifications = this.notifications.filter((other) => other !== process);
      this.startNotifications();
    });
  }

  private startVacancyRelay(): void {
    const { broker, clock, vacancies: store } = this;
    const own = { event: vacancyState, group: 'vacancies', store };
    const process = new RelayProcess<Vacancy>({ life: this.newLife('V'), broker, clock, ...own });
    this.vacancyRelays.push(process);
    this.run(process, () => {
      this.vacancyRelays = this.vacancyRelays.filter((other) => other !== process);
      this.startVacancyRelay();
    });
  }

  private startProfileRelay(): void {
    const { broker, clock, profiles: store } = this;
    const own = { event: profileState, group: 'profiles', store };
    const process = new RelayProcess<Profile>({ life: this.newLife('P'), broker, clock, ...own });
    this.profileRelays.push(process);
    this.run(process, () => {
      this.profileRelays = this.profileRelays.filter((other) => other !== process);
      this.startProfileRelay();
    });
  }

  private run(mortal: Mortal, replace: () => void): void {
    mortal.life.onDeath(() => {
      const absence = this.calm ? 1 : this.chance.between(1, this.mix.absence);
      void this.time.pause(absence).then(() => this.over || replace());
    });
    mortal
      .start()
      .catch((error: unknown) => this.complain(`${mortal.life.name} did not start: ${String(error)}`));
  }

  private newLife(kind: string): Life {
    const life = new Life(`${kind}${++this.begun}`, this);
    this.say(`${life.name} starts`);
    return life;
  }

  /** Clocks differ a little from machine to machine. */
  private skewed(): Clock {
    const { skewMs, milliseconds } = this.mix;
    const skew = (): number => this.chance.between(-skewMs, skewMs);
    const [before, after, jumpsAt] = [skew(), skew(), this.time.now + this.chance.between(0, milliseconds)];
    const now = (): number => this.clock.now().getTime() + (this.time.now < jumpsAt ? before : after);
    return { now: () => new Date(now()) };
  }

  private async stepping<Result>(work: Promise<Result>): Promise<Result> {
    const steps = { over: false };
    const settle = (): void => {
      steps.over = true;
    };
    work.then(settle, settle);
    while (!steps.over) await this.time.step();
    return work;
  }
}
