const outcode = /^[A-Z]{1,2}\d[A-Z\d]?$/;
const full = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/;

/** The outcode of a postcode or of an outcode, in any case and spacing ("sw1a1aa" gives "SW1A"); undefined when it is neither. */
export function outcodeOf(postcode: string): string | undefined {
  const compact = postcode.toUpperCase().replaceAll(/[^A-Z\d]/g, '');
  const [, ofFull] = full.exec(compact) ?? [];
  if (ofFull !== undefined) return ofFull;
  return outcode.test(compact) ? compact : undefined;
}
