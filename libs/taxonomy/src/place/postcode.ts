const outcode = /^[A-Z]{1,2}\d[A-Z\d]?$/;
const full = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/;

/** Both halves of a full postcode, in any case and spacing; undefined for anything else. */
export function splitPostcode(postcode: string): { outcode: string; inward: string } | undefined {
  const [, outcodeHalf, inward] = full.exec(postcode.toUpperCase().replaceAll(/[^A-Z\d]/g, '')) ?? [];
  return outcodeHalf === undefined || inward === undefined ? undefined : { outcode: outcodeHalf, inward };
}

/** The second half as a number: a digit and two letters. */
export const inwardNumber = (inward: string): number =>
  (Number(inward[0]) * 26 + inward.charCodeAt(1) - 65) * 26 + inward.charCodeAt(2) - 65;

/** The outcode of a postcode or of an outcode, in any case and spacing ("sw1a1aa" gives "SW1A"); undefined when it is neither. */
export function outcodeOf(postcode: string): string | undefined {
  const compact = postcode.toUpperCase().replaceAll(/[^A-Z\d]/g, '');
  const [, ofFull] = full.exec(compact) ?? [];
  if (ofFull !== undefined) return ofFull;
  return outcode.test(compact) ? compact : undefined;
}
