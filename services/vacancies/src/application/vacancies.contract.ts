import type { Vacancies } from './ports.js';
import { findingContract } from './vacancies-finding.contract.js';
import { listingContract } from './vacancies-listing.contract.js';
import { publishingContract } from './vacancies-publishing.contract.js';
import { writingContract } from './vacancies-writing.contract.js';

/** What the contract needs of an adapter; it knows no more of it. */
export interface VacanciesHarness {
  /** A store with nothing in it. */
  open(): Promise<Vacancies>;
  /** The same data, by another client. */
  reopen(): Promise<Vacancies>;
  close(): Promise<void>;
}

/** What every store of vacancies promises. Needs Jest's globals. */
export function vacanciesContract(name: string, newHarness: () => VacanciesHarness): void {
  describe(`vacancies on ${name}`, () => {
    let harness: VacanciesHarness;
    let store: Vacancies;
    beforeEach(async () => {
      harness = newHarness();
      store = await harness.open();
    });
    afterEach(() => harness.close());
    describe('writing', () =>
      writingContract(
        () => store,
        () => harness.reopen(),
      ));
    describe('finding', () => findingContract(() => store));
    describe('listing', () => listingContract(() => store));
    describe('publishing', () =>
      publishingContract(
        () => store,
        () => harness.reopen(),
      ));
  });
}
