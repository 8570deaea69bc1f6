import { oneOf } from './seeded-random.js';
import type { SampleVacancy } from './sample-set.js';

export interface PostedVacancy {
  readonly id: string;
  readonly sample: SampleVacancy;
}

/** Which vacancies of the sample set are open and which wait to be posted: never more than the set has. */
export class DemoVacancies {
  private readonly open: PostedVacancy[] = [];
  private readonly waiting: SampleVacancy[];

  constructor(all: readonly SampleVacancy[]) {
    this.waiting = [...all];
  }

  get openCount(): number {
    return this.open.length;
  }

  /** One that waits, of `occupation` if there is one such. */
  toPost(occupation: string | undefined): SampleVacancy | undefined {
    return this.waiting.find(({ vacancy }) => vacancy.occupation === occupation) ?? this.waiting[0];
  }

  /** An open one, of `occupation` if there is one such. */
  toTouch(occupation: string | undefined, random: () => number): PostedVacancy | undefined {
    const fitting = this.open.filter(({ sample }) => sample.vacancy.occupation === occupation);
    return oneOf(fitting.length > 0 ? fitting : this.open, random);
  }

  posted(sample: SampleVacancy, id: string): void {
    this.take(this.waiting, sample);
    this.open.push({ id, sample });
  }

  /** A closed one waits at the end, and is posted anew one day. */
  closed(vacancy: PostedVacancy): void {
    this.take(this.open, vacancy);
    this.waiting.push(vacancy.sample);
  }

  private take<Item>(list: Item[], item: Item): void {
    const index = list.indexOf(item);
    if (index >= 0) list.splice(index, 1);
  }
}
