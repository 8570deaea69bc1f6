/** A form as the browser sends it: a name given twice is a list. */
export type Form = Readonly<Record<string, string | readonly string[] | undefined>>;

export function one(form: Form, name: string): string {
  const value = form[name];
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
}

export function many(form: Form, name: string): string[] {
  const value = form[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : [...value];
}

export function lines(form: Form, name: string): string[] {
  return one(form, name)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A number; what is none stays text, so that the API names the field and says what is wrong with it. */
export function amount(form: Form, name: string): number | string | undefined {
  const text = one(form, name).replaceAll(/[£,\s]/g, '');
  if (text === '') return undefined;
  return Number.isFinite(Number(text)) ? Number(text) : text;
}

/** Only what is there: the API refuses fields that are undefined or empty. */
export function present<Value extends object>(value: Value): Partial<Value> {
  return Object.fromEntries(
    Object.entries(value).filter(([, entry]) => entry !== undefined && entry !== ''),
  ) as Partial<Value>;
}

/** "Leeds" or "LS1 4AP" as the API takes places. */
export function placeInput(text: string): { postcode: string } | { town: string } | undefined {
  if (text === '') return undefined;
  return /\d/.test(text) ? { postcode: text } : { town: text };
}
