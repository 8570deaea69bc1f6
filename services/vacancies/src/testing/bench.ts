// The use cases on stores in memory, with time and what was published in the test's hand.
import { vacancyState } from '@jobwire/contracts';
import { ManualClock } from '@jobwire/kernel';
import { StateRelay, type Saying } from '@jobwire/messaging';
import { Database } from '@jobwire/sqlite';
import { loadGazetteer, loadTaxonomy } from '@jobwire/taxonomy';
import { migrations } from '../adapters/sqlite/schema.js';
import { SqliteEmployers } from '../adapters/sqlite/sqlite-employers.js';
import { SqlitePostingKeys } from '../adapters/sqlite/sqlite-posting-keys.js';
import { SqliteReplays } from '../adapters/sqlite/sqlite-replays.js';
import { SqliteVacancies } from '../adapters/sqlite/sqlite-vacancies.js';
import { ChangeVacancy } from '../application/change-vacancy.js';
import { CloseVacancy } from '../application/close-vacancy.js';
import { DraftHere } from '../application/draft-here.js';
import { EndDueVacancies } from '../application/end-due-vacancies.js';
import { FollowReplaced } from '../application/follow-replaced.js';
import { ImportVacancies } from '../application/import-vacancies.js';
import { PostVacancy } from '../application/post-vacancy.js';
import { RenameEmployer } from '../application/rename-employer.js';
import type { Understanding } from '../domain/understand.js';
import type { Vacancy } from '../domain/vacancy.js';
import { NOW } from './builders.js';

export const understanding = { taxonomy: loadTaxonomy(), gazetteer: loadGazetteer() };

/** Lets somebody else write first, once, just before a replace. */
class RacedVacancies extends SqliteVacancies {
  private faster: (() => Promise<unknown>) | undefined;

  /** `work` runs before the next replace reaches the store. */
  beforeReplace(work: () => Promise<unknown>): void {
    this.faster = work;
  }

  override async replace(vacancies: readonly Vacancy[]): Promise<boolean[]> {
    const { faster } = this;
    this.faster = undefined;
    await faster?.();
    return super.replace(vacancies);
  }
}

export class Bench {
  readonly clock = new ManualClock(new Date(NOW));
  private readonly database = new Database({ file: ':memory:', migrations });
  readonly vacancies = new RacedVacancies(this.database);
  readonly names = new SqliteEmployers(this.database);
  readonly keys = new SqlitePostingKeys(this.database);
  readonly replays = new SqliteReplays(this.database);
  /** Keys of what was published, in order. */
  readonly published: string[] = [];
  private readonly relay = new StateRelay({
    event: vacancyState,
    states: this.vacancies,
    publisher: { publishAll: (sayings) => this.publishAll(sayings) },
  });
  readonly renaming = new RenameEmployer(this.names, this.vacancies, this.relay, this.clock);
  readonly posting = new PostVacancy(
    this.vacancies,
    this.keys,
    this.renaming,
    understanding,
    this.relay,
    this.clock,
  );
  readonly changing = new ChangeVacancy(this.vacancies, understanding, this.relay, this.clock);
  readonly closing = new CloseVacancy(this.vacancies, this.relay, this.clock);
  readonly ending = new EndDueVacancies(this.vacancies, this.relay, this.clock);
  readonly importing = new ImportVacancies(
    this.vacancies,
    this.replays,
    this.names,
    new DraftHere(understanding),
    this.relay,
    understanding,
    this.clock,
  );

  /** As a service does that starts with this taxonomy. */
  following(tools: Understanding): FollowReplaced {
    return new FollowReplaced(this.vacancies, tools, this.relay, this.clock);
  }

  /** The vacancy as it is stored. */
  async stored(id: string | undefined): Promise<Vacancy> {
    const vacancy = await this.vacancies.get(id ?? '');
    if (vacancy === undefined) throw new Error(`There is no vacancy ${id}`);
    return vacancy;
  }

  private async publishAll(sayings: readonly Saying[]): Promise<[]> {
    const sender = { source: 'test', time: this.clock.now() };
    for (const saying of sayings) this.published.push(saying.encode(sender).key ?? '');
    return [];
  }
}
