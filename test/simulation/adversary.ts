import { topics } from '@jobwire/contracts';
import { mintInPartitionOf } from '@jobwire/kernel';
import { ended, someProfile, someVacancy } from './market.js';
import type { Happening } from './mixes.js';
import type { World } from './world.js';

/** Writes to both sides of the market and makes everything go wrong, by the seed. */
export class Adversary {
  private posted = 0;
  private begun = 0;

  constructor(private readonly world: World) {}

  async rage(): Promise<void> {
    const { mix, chance, time } = this.world;
    const rate = Object.values(mix.happenings).reduce((sum, weight) => sum + weight, 0) / 1000;
    for (let left = mix.milliseconds; left > 0; left--) {
      if (chance.happens(rate)) this.doSomething();
      await time.step();
    }
    if (chance.happens(0.5)) this.lastBlow();
  }

  /** What only a process knew is gone, and no later change makes good what was lost with it. */
  private lastBlow(): void {
    const { chance, matching } = this.world;
    for (const process of matching)
      if (chance.happens(0.5)) void process.stop();
      else process.life.die();
  }

  private doSomething(): void {
    const happening = this.world.chance.weighted(this.world.mix.happenings);
    if (happening !== undefined) this.happenings[happening]();
  }

  private readonly happenings: Readonly<Record<Happening, () => void>> = {
    vacancy: () => this.writeVacancy(),
    profile: () => this.writeProfile(),
    endVacancy: () => this.endVacancy(),
    erase: () => this.erase(),
    crashMatching: () => this.world.chance.pick(this.world.matching)?.life.die(),
    absence: () => this.world.leaveMatchingAlone(this.world.chance.between(300, 4500)),
    deploy: () => void this.deploy(),
    upgrade: () => this.world.upgradeMatching(),
    ghost: () => this.haunt(),
    stallMatching: () => this.stall(this.world.matching),
    rebalanceMatching: () => this.rebalance('matching'),
    loseCommit: () => void this.world.broker.loseCommits('matching', this.world.chance.happens(0.4)),
    matchesAway: () =>
      this.world.broker.takeAway(
        topics.matches.name,
        this.world.chance.between(10, this.world.chance.oneOf(60, 300)),
      ),
    crashInbox: () => this.world.chance.pick(this.world.notifications)?.life.die(),
    stallInbox: () => this.stall(this.world.notifications),
    rebalanceInbox: () => this.rebalance('notifications'),
    rewindInbox: () => void this.world.broker.loseCommits('notifications', false),
    crashRelay: () => this.world.chance.pick(this.relays())?.life.die(),
    stallRelay: () => this.stall(this.relays()),
    rewindRelay: () =>
      void this.world.broker.loseCommits(this.world.chance.oneOf('vacancies', 'profiles'), false),
    compact: () => this.compact(),
    disconnect: () => this.disconnect(),
  };

  private writeVacancy(): void {
    const { chance, vacancies, mix } = this.world;
    const living = vacancies.living();
    const known = chance.pick(living);
    if (known === undefined || (living.length < mix.vacancies && chance.happens(0.5))) {
      return this.putVacancy(`v${++this.posted}`, someVacancy(chance));
    }
    const { id, revision: _, ...state } = known;
    const change = chance.happens(0.3) ? ended(state, chance) : someVacancy(chance, state.employer.id);
    this.putVacancy(id, change);
  }

  private putVacancy(id: string, state: ReturnType<typeof someVacancy>): void {
    const { world } = this;
    const revision = world.vacancies.put(id, state);
    const skills = state.skills.required.map((skill) => skill.id).join('');
    world.say(`write ${id} r${revision} ${state.status} ${state.employer.id} ${skills}`);
    world.chance.pick(world.vacancyRelays)?.publish(id);
  }

  private writeProfile(): void {
    const { chance, profiles, mix } = this.world;
    const owner = `o${chance.below(mix.people)}`;
    const known = profiles.living().find((profile) => profile.owner === owner);
    this.putProfile(known?.id ?? this.mint(owner), owner);
  }

  private putProfile(id: string, owner: string): void {
    const { world } = this;
    const state = someProfile(world.chance, owner);
    const revision = world.profiles.put(id, state);
    const skills = state.skills.map((skill) => skill.id).join('');
    world.say(`write ${id} r${revision} of ${owner} ${skills} from ${state.alertThreshold} ${state.visible}`);
    world.chance.pick(world.profileRelays)?.publish(id);
    if (revision === 1) this.connect(owner);
  }

  /** All profiles of a person lie in one partition, as the profiles service sees to. */
  private mint(owner: string): string {
    return mintInPartitionOf(owner, this.world.partitions, () => `p${++this.begun}`);
  }

  private endVacancy(): void {
    const { chance, vacancies, vacancyRelays, say } = this.world;
    const over = chance.pick(vacancies.living().filter(({ status }) => status !== 'open'));
    if (over === undefined) return;
    vacancies.end(over.id);
    say(`tombstone of ${over.id} r${over.revision + 1}`);
    chance.pick(vacancyRelays)?.publish(over.id);
  }

  private erase(): void {
    const { chance, profiles, profileRelays, erased, say } = this.world;
    const known = chance.pick(profiles.living());
    if (known === undefined) return;
    profiles.end(known.id);
    erased.push(known.id);
    say(`erase ${known.id} r${known.revision + 1}`);
    chance.pick(profileRelays)?.publish(known.id);
    this.world.browserOf(known.owner).forget();
  }

  private haunt(): void {
    const { chance, matching, sleep } = this.world;
    const ghost = chance.pick(matching);
    ghost?.becomeGhost();
    void sleep(chance.between(20, 600)).then(() => ghost?.life.die());
  }

  /** One after the other is told to stop, the next when the one before has gone. */
  private async deploy(): Promise<void> {
    this.world.say('deployment of matching');
    for (const process of this.world.matching.slice()) await process.stop();
  }

  private stall(processes: readonly { life: World['matching'][number]['life'] }[]): void {
    const { chance } = this.world;
    chance.pick(processes)?.life.stall(chance.between(20, 150));
  }

  private rebalance(group: string): void {
    this.world.say(`rebalance of ${group}`);
    void this.world.log.rebalance(group);
  }

  private compact(): void {
    this.world.say('compaction');
    void this.world.log.maintain();
  }

  private relays() {
    return [...this.world.vacancyRelays, ...this.world.profileRelays];
  }

  private disconnect(): void {
    const browser = this.world.chance.pick([...this.world.browsers.values()]);
    if (browser === undefined) return;
    if (browser.connected) browser.disconnect();
    else this.connect(browser.owner);
  }

  private connect(owner: string): void {
    const replica = this.world.chance.pick(this.world.notifications);
    const browser = this.world.browserOf(owner);
    if (replica !== undefined && !browser.connected) browser.connect(replica);
  }
}
