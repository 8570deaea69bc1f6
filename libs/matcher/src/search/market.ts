import type { Workplace } from '../loops/workplace.js';
import type { Postings } from '../postings/postings.js';
import type { ProfileRows } from '../rows/profile-rows.js';
import type { Books } from '../rows/seeking-profile.js';
import type { VacancyRows } from '../rows/vacancy-rows.js';
import { FoundPairs } from './found-pairs.js';
import { Judge } from './judge.js';
import { Scores } from './scores.js';

/** Both sides of the market with what leads to them, and the place where a search leaves what it found. */
export class Market {
  readonly judge: Judge;
  readonly found: FoundPairs;
  readonly scores = new Scores();

  constructor(
    readonly books: Books,
    readonly profiles: ProfileRows,
    readonly profilePostings: Postings,
    readonly profileWorkplace: Workplace,
    readonly vacancies: VacancyRows,
    readonly vacancyPostings: Postings,
    readonly vacancyWorkplace: Workplace,
  ) {
    this.judge = new Judge(profiles, vacancies, books.occupations);
    this.found = new FoundPairs(profiles, vacancies, books.skills);
  }
}
