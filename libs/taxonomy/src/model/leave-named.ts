import { overlaps, type Span } from './skill-reader.js';

interface Named extends Span {
  id: string;
}

const isInside = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/**
 * What a model read less what was found by name in the same words. A paper takes its own words only: "operate a
 * forklift truck" names the licence, and says an ability as well.
 */
export function leaveNamed<Read extends Span>(
  read: readonly Read[],
  named: readonly Named[],
  isPaper: (id: string) => boolean,
): Read[] {
  const takes = (other: Named, one: Read) =>
    isPaper(other.id) ? isInside(one, other) : overlaps(one, other);
  return read.filter((one) => !named.some((other) => takes(other, one)));
}
