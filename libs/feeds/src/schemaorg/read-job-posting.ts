import type { FieldFault } from '@jobwire/kernel';
import { cleanAdvert, type Gazetteer } from '@jobwire/taxonomy';
import type { FeedItem } from '../feed-record.js';
import { JobPosting } from './job-posting.js';
import { readDate } from './read-date.js';
import { readLocation } from './read-location.js';
import { readSalary } from './read-salary.js';

interface Options {
  readonly source: string;
  readonly employer?: string | undefined;
  readonly gazetteer: Gazetteer;
}

type Outcome = { readonly item: FeedItem } | { readonly faults: readonly FieldFault[] };

/** One schema.org JobPosting as a posting of ours. What must be there and is not is named; what is merely odd is left out. */
export function readJobPosting(json: unknown, options: Options): Outcome {
  const parsed = JobPosting.safeParse(json);
  if (!parsed.success) return { faults: parsed.error.issues.map(faultOf) };
  const posting = parsed.data;
  if (posting['@type'] !== undefined && posting['@type'] !== 'JobPosting')
    return missing('@type', 'is not JobPosting', 'send job postings only');
  const sourceId = posting.url ?? posting.identifier?.value ?? posting['@id'];
  if (!sourceId)
    return missing('url', 'is missing, and so is identifier', 'give each posting an address of its own');
  const employer = posting.hiringOrganization?.name?.trim();
  if (!employer) return missing('hiringOrganization.name', 'is missing', 'name who offers the work');
  if (!posting.title) return missing('title', 'is missing', 'give the posting a title');
  if (!posting.description) return missing('description', 'is missing', 'describe the work');
  return withPlace(
    posting,
    { sourceId, employer, title: posting.title, description: posting.description },
    options,
  );
}

interface Essentials {
  readonly sourceId: string;
  readonly employer: string;
  readonly title: string;
  readonly description: string;
}

function withPlace(posting: JobPosting, essentials: Essentials, options: Options): Outcome {
  const remote = posting.jobLocationType === 'TELECOMMUTE';
  const location = readLocation(posting.jobLocation, options.gazetteer);
  if (!location.ok && !remote)
    return missing('jobLocation', location.reason, 'give a British postcode or town');
  const closesAt = readDate(posting.validThrough, 'end');
  if (posting.validThrough && closesAt === undefined)
    return missing('validThrough', 'is not a date', 'write it as 2026-01-31T17:00:00Z');
  const { sourceId, employer, title, description } = essentials;
  const item: FeedItem = {
    source: options.source,
    sourceId,
    employer: { ...(options.employer === undefined ? {} : { id: options.employer }), name: employer },
    title: cleanAdvert(title).text.trim(),
    description,
    ...(location.ok ? optional('location', location.input) : {}),
    ...(remote ? { remote: 'full' } : {}),
    ...optional('closesAt', closesAt),
    ...optional('postedAt', readDate(posting.datePosted, 'start')),
    ...optional('salary', readSalary(posting.baseSalary)),
    ...optional('positions', posting.totalJobOpenings ?? undefined),
    ...hoursOf(posting.employmentType),
  };
  return { item };
}

/** FULL_TIME says nothing: large feeds write it whatever the hours. The rest is believed; the text is read anyway. */
function hoursOf(type: JobPosting['employmentType']): Pick<FeedItem, 'hours' | 'contract'> {
  const types = new Set([type ?? []].flat().map((name) => name.toUpperCase()));
  return {
    ...(types.has('PART_TIME') ? { hours: types.has('FULL_TIME') ? 'either' : 'part-time' } : {}),
    ...(types.has('TEMPORARY') ? { contract: 'temporary' } : {}),
  };
}

function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): Partial<Record<Key, Value>> {
  return value === undefined ? {} : ({ [key]: value } as Record<Key, Value>);
}

function missing(field: string, reason: string, remedy: string): Outcome {
  return { faults: [{ field, reason, remedy }] };
}

function faultOf({ path }: { path: PropertyKey[] }): FieldFault {
  return {
    field: path.map(String).join('.'),
    reason: 'has a form that is not understood',
    remedy: 'see schema.org/JobPosting',
  };
}
