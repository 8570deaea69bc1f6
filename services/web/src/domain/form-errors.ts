import type { Problem } from '@jobwire/contracts';
import { asLabel } from './in-words.js';

export interface FormErrors {
  /** What stands beside each field. */
  readonly byField: Readonly<Record<string, string>>;
  /** What stands at the top, each with a link to its field. */
  readonly list: readonly { readonly text: string; readonly href?: string }[];
}

export interface FormWords {
  /** The form field that a field of the API stands for. */
  readonly fieldOf: (field: string) => string;
  /** What people call the form's fields. */
  readonly labels: Readonly<Record<string, string>>;
}

/** A refusal of the API as an error summary: the same words at the top and beside the field. */
export function errorsOf(problem: Problem, words: FormWords): FormErrors {
  const faults = problem.errors ?? [];
  const byField: Record<string, string> = {};
  const others: { text: string }[] = [];
  for (const fault of faults) {
    const field = words.fieldOf(fault.field);
    const label = words.labels[field];
    if (label === undefined) others.push({ text: sentence(fault.field, fault) });
    else byField[field] ??= sentence(label, fault);
  }
  const list = [...Object.entries(byField).map(([field, text]) => ({ text, href: `#${field}` })), ...others];
  return { byField, list: list.length > 0 ? list : [{ text: problem.detail ?? problem.title }] };
}

/** The API speaks to programs, which send; people write. */
function sentence(
  label: string,
  { reason, remedy }: { reason: string; remedy?: string | undefined },
): string {
  const first = `${label} ${reason}.`;
  const advice = remedy?.replace(/^give it$/, '').replace(/^send /, 'write ') ?? '';
  return advice === '' ? first : `${first} ${asLabel(advice)}.`;
}

export const noErrors: FormErrors = { byField: {}, list: [] };
