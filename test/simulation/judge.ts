import { deadLetterOf, topics, type ProfileState, type VacancyState } from '@jobwire/contracts';
import { bruteForceMatches, type OracleMatch } from '@jobwire/matcher';
import { SqliteInbox } from '../../services/notifications/src/adapters/sqlite/sqlite-inbox.js';
import { alertId } from '../../services/notifications/src/domain/identities.js';
import { judgeIndexes } from './index-judge.js';
import { taxonomyOf } from './market.js';
import type { World } from './world.js';

const EVERYTHING = 10_000;

/** Compares what everybody sees with the truth. */
export class Judge {
  private readonly inbox: SqliteInbox;
  private readonly truth: readonly OracleMatch[];
  private readonly profiles: readonly ProfileState[];
  private readonly vacancies: readonly VacancyState[];

  constructor(private readonly world: World) {
    this.inbox = new SqliteInbox(world.database);
    this.profiles = world.profiles.living();
    this.vacancies = world.vacancies.living();
    this.truth = bruteForceMatches(this.vacancies, this.profiles, taxonomyOf(world.release));
  }

  async judge(): Promise<void> {
    for (const profile of this.profiles) await this.inboxOf(profile);
    for (const id of this.everyVacancy()) await this.candidatesOf(id);
    for (const id of this.world.erased) this.forgotten(id);
    await this.noDeadLetters();
    this.onlyLivingOwners();
    judgeIndexes(this.world);
  }

  private async inboxOf({ id, owner }: ProfileState): Promise<void> {
    const items = await this.inbox.read({ owner, order: 'oldest', limit: EVERYTHING });
    const shown = new Map(
      items.map((item) => [item.vacancyId, item.inbox === 'withdrawn' ? 'withdrawn' : `${item.score}`]),
    );
    const wanted = this.truth.filter((match) => match.profileId === id && match.alert);
    this.compare(
      `inbox of ${id}`,
      new Map(wanted.map(({ vacancyId, score }) => [vacancyId, `${score}`])),
      shown,
    );
    this.compare(`page of ${id}`, shown, this.pageOf(id, owner));
  }

  /** By vacancy. What an erased profile of the same person left on the screen goes with the next reading. */
  private pageOf(profileId: string, owner: string): ReadonlyMap<string, string> {
    const view = this.world.browsers.get(owner)?.view() ?? new Map<string, string>();
    const states = this.everyVacancy().map(
      (id) => [id, view.get(alertId(profileId, id)) ?? 'nothing'] as const,
    );
    return new Map(states.filter(([, state]) => state !== 'nothing'));
  }

  private async candidatesOf(vacancyId: string): Promise<void> {
    const listed = await this.inbox.candidates({ vacancyId, limit: EVERYTHING });
    const wanted = this.truth.filter((match) => match.vacancyId === vacancyId && match.visible);
    this.compare(
      `candidates of ${vacancyId}`,
      new Map(wanted.map((match) => [match.profileId, `${match.score}/${match.personScore}`])),
      new Map(listed.map((item) => [item.profileId, `${item.score}/${item.personScore}`])),
    );
  }

  /** Withdrawn lines may stay; nothing else may differ. */
  private compare(
    where: string,
    wanted: ReadonlyMap<string, string>,
    found: ReadonlyMap<string, string>,
  ): void {
    for (const [id, value] of wanted) {
      const has = found.get(id) ?? 'nothing';
      if (has === value || (value === 'withdrawn' && has === 'nothing')) continue;
      this.world.complain(`${where}: ${id} should be ${value}, is ${has}`);
    }
    for (const [id, value] of found) {
      if (!wanted.has(id) && value !== 'withdrawn')
        this.world.complain(`${where}: ${id} should not be there`);
    }
  }

  private forgotten(id: string): void {
    for (const table of ['items', 'people']) {
      const sql = `SELECT 1 FROM ${table} WHERE profile_id = ?`;
      if (this.world.database.get(sql, id) !== undefined) this.world.complain(`${table} still has ${id}`);
    }
  }

  private async noDeadLetters(): Promise<void> {
    for (const group of ['matching', 'notifications', 'vacancies', 'profiles']) {
      const topic = deadLetterOf(group).name;
      const letters = this.world.trace.filter(
        (line) => line.includes(` ${topic}/`) && !line.endsWith('tombstone'),
      );
      if (letters.length > 0) this.world.complain(`${letters.length} dead letters in ${topic}`);
    }
  }

  private onlyLivingOwners(): void {
    const owned = this.world.matching.flatMap((process) => process.holdings());
    for (let partition = 0; partition < this.world.partitions; partition++) {
      const owners = owned.filter((one) => one.partition === partition);
      if (owners.length !== 1)
        this.world.complain(`${topics.profiles.name}/${partition}: ${owners.length} owners`);
      for (const { live } of owners) if (!live) this.world.complain(`partition ${partition} is not live`);
    }
  }

  private everyVacancy(): string[] {
    const rows = this.world.database.all<{ id: string }>('SELECT DISTINCT vacancy_id AS id FROM items');
    return [...new Set([...rows.map(({ id }) => id), ...this.vacancies.map(({ id }) => id)])];
  }
}
