import type { BatchItem } from '@jobwire/contracts';
import { cleanAdvert, readClosingDate, readRemote, surePlace, type Gazetteer } from '@jobwire/taxonomy';

/** A feed's item that names no place gets the one its own words name beyond doubt, or remote work that they promise. */
export function withPlaceInText(raw: unknown, gazetteer: Gazetteer): unknown {
  if (!isUnplaced(raw)) return raw;
  const text = `${raw.title}\n${cleanAdvert(raw.description).text}`;
  const location = surePlace(text, gazetteer);
  if (location !== undefined) return { ...raw, location };
  return readRemote(text) === 'full' ? { ...raw, remote: 'full' } : raw;
}

interface Unplaced {
  readonly title: string;
  readonly description: string;
}

function isUnplaced(raw: unknown): raw is Unplaced {
  if (typeof raw !== 'object' || raw === null) return false;
  const { title, description, location, remote } = raw as Record<string, unknown>;
  const isText = typeof title === 'string' && typeof description === 'string';
  return isText && location === undefined && remote !== 'full';
}

/** An item whose feed says no end ends with the day its words give, if that is still to come. */
export function withEndInText(item: BatchItem, now: Date): BatchItem {
  if (item.closesAt !== undefined) return item;
  const posted = item.postedAt === undefined ? now : new Date(item.postedAt);
  const found = readClosingDate(cleanAdvert(item.description).text, posted);
  if (found === undefined) return item;
  const closesAt = `${found.date}T23:59:59.000Z`;
  return Date.parse(closesAt) > now.getTime() ? { ...item, closesAt } : item;
}
