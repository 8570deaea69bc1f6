import { outcodeOf, type Gazetteer } from '@jobwire/taxonomy';
import type { FeedItem } from '../feed-record.js';
import type { JobPosting } from './job-posting.js';

type Input = NonNullable<FeedItem['location']>;
type Found = { readonly ok: true; readonly input?: Input } | { readonly ok: false; readonly reason: string };

/** Of our API; what is longer is no postcode and no town. */
const LONGEST_POSTCODE = 12;
const LONGEST_TOWN = 100;

/**
 * The first of point, postcode, outcode and town that is a place in Britain: feeds have points in the sea and abroad.
 * Where the feed names none the input is absent: the text may name it, which the import reads.
 */
export function readLocation(location: JobPosting['jobLocation'], gazetteer: Gazetteer): Found {
  const tries = attempts(location);
  if (tries.length === 0) return { ok: true };
  const good = tries.find((input) => gazetteer.locate(input).ok);
  return good === undefined ? { ok: false, reason: 'is no place that is known' } : { ok: true, input: good };
}

function attempts(location: JobPosting['jobLocation']): Input[] {
  const locality = location?.address?.addressLocality?.trim() ?? '';
  const town = locality === '' || locality.length > LONGEST_TOWN ? undefined : locality;
  const written = location?.address?.postalCode?.trim().toUpperCase() ?? '';
  const postcode = written === '' || written.length > LONGEST_POSTCODE ? undefined : written;
  const latitude = Number.parseFloat(location?.geo?.latitude ?? '');
  const longitude = Number.parseFloat(location?.geo?.longitude ?? '');
  const named = { ...(postcode === undefined ? {} : { postcode }), ...(town === undefined ? {} : { town }) };
  const tries: Input[] = [];
  if (Number.isFinite(latitude) && Number.isFinite(longitude)) tries.push({ ...named, latitude, longitude });
  if (postcode !== undefined) tries.push(named);
  const outcode = postcode === undefined ? undefined : outcodeOf(postcode);
  if (outcode !== undefined) tries.push({ ...named, postcode: outcode });
  if (town !== undefined) tries.push({ town });
  return tries;
}
