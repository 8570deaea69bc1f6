import type { BatchItem } from '@jobwire/contracts';

const DAY_MS = 24 * 3_600_000;
/** "Never" in many feeds. A later year has a sign in ISO 8601 and would no longer sort as text. */
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');

/** The whole UTC days from a date to today. */
export function daysSince(date: string, now: Date): number {
  return Math.floor(now.getTime() / DAY_MS) - Math.floor(Date.parse(date) / DAY_MS);
}

/** The item with its dates moved. */
export function moveDates(item: BatchItem, days: number): BatchItem {
  if (days === 0) return item;
  const moved = (instant: string): string =>
    new Date(Math.min(Date.parse(instant) + days * DAY_MS, LAST_MS)).toISOString();
  return {
    ...item,
    ...(item.postedAt === undefined ? {} : { postedAt: moved(item.postedAt) }),
    ...(item.closesAt === undefined ? {} : { closesAt: moved(item.closesAt) }),
  };
}
