import { setTimeout as pause } from 'node:timers/promises';
import type { Api } from '../support/api.js';
import type { Callers } from '../support/api.js';

const SKILLS = [
  'wound care',
  'venepuncture',
  'medication administration',
  'python',
  'sql',
  'welding',
  'plumbing',
];
const TOWNS = ['Leeds', 'York', 'Bradford', 'Manchester'];
const PEOPLE = 40;
const EMPLOYERS = 6;
const PAUSE_MS = 40;

type Random = () => number;

/** People and employers who change their minds all the time. What is refused or fails they simply try another day. */
export class Crowd {
  readonly people: Api[] = [];
  /** Calls answered as asked, and calls that failed while something was away. */
  readonly counts = { done: 0, failed: 0 };
  private readonly employers: Api[] = [];
  private readonly open: { employer: Api; id: string }[] = [];
  private stopped = false;
  private working: Promise<void> = Promise.resolve();

  constructor(private readonly random: Random) {}

  async gather(callers: Callers): Promise<void> {
    for (let n = 0; n < PEOPLE; n++) this.people.push(await callers.jobseeker(`person-${n}`));
    for (let n = 0; n < EMPLOYERS; n++) this.employers.push(await callers.employer(`employer-${n}`));
  }

  start(): void {
    this.working = this.work();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.working;
  }

  private async work(): Promise<void> {
    while (!this.stopped) {
      await this.act().then(
        (status) => this.counts[status < 500 ? 'done' : 'failed']++,
        () => this.counts.failed++,
      );
      await pause(PAUSE_MS * this.random());
    }
  }

  private act(): Promise<number> {
    const dice = this.random();
    if (dice < 0.4) return this.changeProfile();
    if (dice < 0.44) return this.erase();
    if (dice < 0.75 || this.open.length === 0) return this.post();
    return dice < 0.9 ? this.change() : this.close();
  }

  private async changeProfile(): Promise<number> {
    const body = {
      skills: this.some(SKILLS, 4).map((skill) => ({ skill, level: 1 + Math.floor(4 * this.random()) })),
      location: { town: this.one(TOWNS) },
      radiusMiles: 10 + Math.floor(60 * this.random()),
      remote: this.random() < 0.5,
      visible: this.random() < 0.7,
      hideFrom: this.random() < 0.2 ? ['employer-0'] : [],
      alertThreshold: 30 + Math.floor(40 * this.random()),
    };
    return (await this.one(this.people).put('/api/v1/profile', body)).status;
  }

  private async erase(): Promise<number> {
    return (await this.one(this.people).call('DELETE', '/api/v1/profile')).status;
  }

  private async post(): Promise<number> {
    const employer = this.one(this.employers);
    const { status, body } = await employer.post('/api/v1/vacancies', {
      title: `Vacancy ${Math.floor(1e9 * this.random())}`,
      description: 'One of many.',
      location: { town: this.one(TOWNS) },
      skills: { required: this.some(SKILLS, 3) },
      ...(this.random() < 0.3 ? { remote: 'full' } : {}),
    });
    if (status === 201) this.open.push({ employer, id: (body as { id: string }).id });
    return status;
  }

  private async change(): Promise<number> {
    const { employer, id } = this.one(this.open);
    const body = { skills: { required: this.some(SKILLS, 3) }, location: { town: this.one(TOWNS) } };
    return (await employer.call('PATCH', `/api/v1/vacancies/${id}`, body)).status;
  }

  private async close(): Promise<number> {
    const [one] = this.open.splice(Math.floor(this.random() * this.open.length), 1);
    if (one === undefined) return 200;
    const { status } = await one.employer.post(`/api/v1/vacancies/${one.id}/close`);
    // It may have been closed all the same; if not, it stays open for good, which is as good an end.
    return status;
  }

  private one<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.random() * items.length)];
    if (item === undefined) throw new Error('There is nothing to choose from.');
    return item;
  }

  private some(items: readonly string[], most: number): string[] {
    const count = 1 + Math.floor(most * this.random());
    return [...new Set(Array.from({ length: count }, () => this.one(items)))];
  }
}
