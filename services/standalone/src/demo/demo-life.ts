import { developmentPeople } from '@jobwire/web/app.module';
import { chooseStep } from './choose-step.js';
import type { DemoApi } from './demo-api.js';
import { DemoVacancies } from './demo-vacancies.js';
import type { SampleProfile, SampleSet } from './sample-set.js';
import { oneOf } from './seeded-random.js';
import { changedProfile, changedVacancy } from './variations.js';

/** The first of the named people is whom most look at: she gets more than her share. */
const FIRST_AGAIN = 3;
const FOR_SOMEBODY_NAMED = 0.75;

/** What happens in the demo: vacancies come, change and go, and people learn or drop a skill. */
export class DemoLife {
  private readonly vacancies: DemoVacancies;
  private readonly watched: readonly SampleProfile[];
  private readonly others: readonly SampleProfile[];

  constructor(
    private readonly sample: SampleSet,
    private readonly api: DemoApi,
    private readonly random: () => number,
  ) {
    this.vacancies = new DemoVacancies(sample.vacancies);
    const named = new Set(developmentPeople.jobseekers.map(({ id }) => id));
    const shown = sample.profiles.filter(({ subject }) => named.has(subject));
    this.watched = [...shown, ...Array.from({ length: FIRST_AGAIN }).flatMap(() => shown.slice(0, 1))];
    // Nobody's profile changes under the hands of whoever signed in as them.
    this.others = sample.profiles.filter(({ subject }) => !named.has(subject));
  }

  /** All profiles and half of the vacancies. */
  async begin(): Promise<void> {
    for (const { subject, profile } of this.sample.profiles) await this.api.write(subject, profile);
    const half = this.sample.vacancies.slice(0, Math.ceil(this.sample.vacancies.length / 2));
    for (const vacancy of half)
      this.vacancies.posted(vacancy, await this.api.post(vacancy.employer, vacancy.vacancy));
  }

  async step(): Promise<void> {
    switch (chooseStep(this.vacancies.openCount, this.sample.vacancies.length, this.random)) {
      case 'post':
        return this.post();
      case 'change':
        return this.change();
      case 'close':
        return this.close();
      case 'change-profile':
        return this.changeProfile();
    }
  }

  private async post(): Promise<void> {
    const sample = this.vacancies.toPost(this.occupation());
    if (sample === undefined) return;
    this.vacancies.posted(sample, await this.api.post(sample.employer, sample.vacancy));
  }

  private async change(): Promise<void> {
    const posted = this.vacancies.toTouch(this.occupation(), this.random);
    if (posted === undefined) return;
    const patch = changedVacancy(posted.sample, this.random);
    if (!(await this.api.change(posted.sample.employer, posted.id, patch))) this.vacancies.closed(posted);
  }

  private async close(): Promise<void> {
    const posted = this.vacancies.toTouch(this.occupation(), this.random);
    if (posted === undefined) return;
    await this.api.close(posted.sample.employer, posted.id);
    this.vacancies.closed(posted);
  }

  private async changeProfile(): Promise<void> {
    const person = oneOf(this.others, this.random);
    if (person === undefined || !(await this.api.has(person.subject))) return;
    await this.api.write(person.subject, changedProfile(person, this.random));
  }

  /** Mostly one that a person whom the page offers looks for. */
  private occupation(): string | undefined {
    if (this.random() > FOR_SOMEBODY_NAMED) return undefined;
    return oneOf(this.watched, this.random)?.profile.occupations[0];
  }
}
