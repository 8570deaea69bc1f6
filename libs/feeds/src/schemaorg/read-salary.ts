import { readPay } from '@jobwire/taxonomy';
import type { FeedItem } from '../feed-record.js';
import type { JobPosting } from './job-posting.js';

/** The wording decides: feeds call hourly pay yearly, and "negotiable" is not a number. */
export function readSalary(salary: JobPosting['baseSalary']): FeedItem['salary'] | undefined {
  const value: Partial<Record<'value' | 'minValue' | 'maxValue' | 'unitText', string | null | undefined>> =
    salary?.value ?? {};
  const pay = readPay({
    ...given('text', value.value),
    ...given('min', numberIn(value.minValue)),
    ...given('max', numberIn(value.maxValue)),
    ...given('currency', salary?.currency),
    ...given('unit', value.unitText?.toLowerCase()),
  });
  if (pay === undefined) return undefined;
  const { min, max, currency, unit } = pay;
  return { currency, unit, ...given('min', min), ...given('max', max) };
}

function numberIn(text: string | null | undefined): number | undefined {
  const number = Number.parseFloat((text ?? '').replace(/[£,\s]/g, ''));
  return Number.isFinite(number) ? number : undefined;
}

function given<Key extends string, Value>(
  key: Key,
  value: Value | null | undefined,
): Partial<Record<Key, Value>> {
  return value === null || value === undefined ? {} : ({ [key]: value } as Record<Key, Value>);
}
