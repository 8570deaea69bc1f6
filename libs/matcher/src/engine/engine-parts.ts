import type { Dictionary } from '../names/dictionary.js';
import type { Subjects } from '../names/subjects.js';
import type { Market } from '../search/market.js';
import type { Saved, Saving } from '../snapshot/saved.js';

/** Everything of an engine that a snapshot has to hold, by name. Books come first: the rest speaks in their numbers. */
export function savedParts(
  market: Market,
  vacancies: Subjects,
  profiles: Subjects,
): Record<string, Saved<unknown>> {
  const parts = partsOf(market, vacancies, profiles);
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.save()]));
}

export function restoreParts(
  saved: Readonly<Record<string, Saved<unknown>>>,
  market: Market,
  vacancies: Subjects,
  profiles: Subjects,
): void {
  for (const [name, part] of Object.entries(partsOf(market, vacancies, profiles))) {
    const one = saved[name];
    if (one !== undefined) part.restore(one);
  }
}

function partsOf(market: Market, vacancies: Subjects, profiles: Subjects): Record<string, Saving<unknown>> {
  const { books } = market;
  return {
    skills: books.skills,
    occupations: namesOf(books.occupations.names, (name) => books.occupations.numberOf(name)),
    employers: namesOf(books.employers, (name) => books.employers.numberOf(name)),
    profileArena: market.profilePostings.arena,
    profilePostings: market.profilePostings,
    profileRows: market.profiles,
    profiles,
    vacancyArena: market.vacancyPostings.arena,
    vacancyPostings: market.vacancyPostings,
    vacancyRows: market.vacancies,
    vacancies,
  };
}

/** Names in the order of their numbers: given again in that order they get the same. */
function namesOf(dictionary: Dictionary, add: (name: string) => number): Saving<unknown> {
  return {
    save: () => ({ facts: [...dictionary.all()], columns: [] }),
    restore: ({ facts }) => {
      for (const name of facts as readonly string[]) add(name);
    },
  };
}
