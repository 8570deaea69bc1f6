const ZONE_WITHOUT_COLON = /([+-]\d{2})(\d{2})$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const HAS_ZONE = /(Z|[+-]\d{2}:?\d{2})$/i;

/** An instant in UTC. A date alone means its start or its end; a time without a zone is taken as UTC. */
export function readDate(value: string | null | undefined, edge: 'start' | 'end'): string | undefined {
  const text = value?.trim();
  if (text === undefined || text === '') return undefined;
  const whole = DATE.test(text) ? `${text}T${edge === 'start' ? '00:00:00.000' : '23:59:59.999'}Z` : text;
  const zoned = HAS_ZONE.test(whole) ? whole.replace(ZONE_WITHOUT_COLON, '$1:$2') : `${whole}Z`;
  const time = Date.parse(zoned.replace(' ', 'T'));
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
