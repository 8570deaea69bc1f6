import type { VacancyState } from '@jobwire/contracts';
import {
  occupationRef,
  readContract,
  readHours,
  readLanguage,
  readPay,
  readRemote,
  yearlyPay,
  type Gazetteer,
  type Taxonomy,
} from '@jobwire/taxonomy';
import type { CleanPosting } from './clean-posting.js';
import { locate } from './locate.js';
import { skillsOf } from './vacancy-skills.js';
import { badField } from './vacancy.errors.js';
import { readFromText } from './read-from-text.js';
import type { Posting, Understood } from './vacancy.js';

export interface Understanding {
  readonly taxonomy: Taxonomy;
  readonly gazetteer: Gazetteer;
}

/**
 * Reads a clean posting: what the employer stated counts, what is absent is looked for in the text.
 * @throws DomainError UNKNOWN_PLACE, UNKNOWN_SKILL or UNKNOWN_OCCUPATION naming the field
 */
export function understand(
  { posting, text }: CleanPosting,
  { taxonomy, gazetteer }: Understanding,
  postedAt: Date,
): Understood {
  const location = locate(posting.location, gazetteer);
  const occupation = occupationOf(posting, taxonomy);
  const language = readLanguage(text);
  const contract = posting.contract ?? readContract(text);
  const hours = posting.hours ?? hoursOf(text);
  return {
    ...skillsOf(posting, text, taxonomy),
    ...(location === undefined ? {} : { location }),
    remote: posting.remote ?? remoteOf(text, location !== undefined),
    ...(occupation === undefined ? {} : { occupation }),
    ...salaryOf(posting, text),
    ...(language === undefined ? {} : { language }),
    ...(contract === undefined ? {} : { contract }),
    ...(hours === undefined ? {} : { hours }),
    ...readFromText(text, gazetteer, postedAt),
  };
}

function occupationOf(posting: Posting, taxonomy: Taxonomy): VacancyState['occupation'] {
  if (posting.occupation === undefined) return refOf(taxonomy.occupationOfTitle(posting.title));
  const named = occupationRef(taxonomy, posting.occupation);
  if (named !== undefined) return named;
  throw badField('UNKNOWN_OCCUPATION', {
    field: 'occupation',
    reason: 'is an id in no taxonomy',
    remedy: 'send a job title, or an id that the API gave you',
  });
}

function refOf(found: { id: string; label: string } | undefined): VacancyState['occupation'] {
  return found === undefined ? undefined : { id: found.id, label: found.label };
}

function hoursOf(text: string): VacancyState['hours'] {
  const stated = readHours(text);
  return stated.length > 1 ? 'either' : stated[0];
}

/** Words alone do not lift a vacancy that names its place out of it: "full" then means hybrid. */
function remoteOf(text: string, hasPlace: boolean): VacancyState['remote'] {
  const stated = readRemote(text) ?? 'none';
  return stated === 'full' && hasPlace ? 'hybrid' : stated;
}

type Salaries = Pick<Understood, 'salary' | 'yearlySalary' | 'salaryQuote'>;

/** What the employer states, else what a line of the text says in so many words. */
function salaryOf({ salary: stated }: Posting, text: string): Salaries {
  if (stated === undefined) return salaryInText(text);
  return inYears(stated);
}

const PAY_LINE =
  /(?=.*\u00a3\s?\d)(?=.*\b(?:salary|pay|per (?:annum|hour|year|week|month|day)|an hour|a year|p\.?a\.?|pro rata)\b|.*\d\s?p\.?[ah]\b)/i;
const LONGEST_PAY_LINE = 200;
/** A line, or a sentence of one; "p.a. pro rata" goes on. */
const LINE_END = /\n|(?<=[^.\s][!?;]|[^.\s]{3}\.)\s+(?=\p{Lu}|\u00a3)/u;

function salaryInText(text: string): Salaries {
  const lines = text.split(LINE_END).filter((line) => line.length <= LONGEST_PAY_LINE && PAY_LINE.test(line));
  const pay = lines.map((line) => readPay({ text: line })).find((found) => found !== undefined);
  if (pay === undefined) return {};
  const { evidence, ...salary } = pay;
  return { ...inYears(salary), salaryQuote: evidence };
}

function inYears(salary: NonNullable<VacancyState['salary']>): Salaries {
  return salary.currency === 'GBP' ? { salary, yearlySalary: yearlyPay(salary) } : { salary };
}
