import type { BatchItem } from '@jobwire/contracts';
import { normaliseText } from '@jobwire/taxonomy';
import { badField } from './vacancy.errors.js';

/**
 * Whose vacancy an item becomes: an employer's items are their own; an operator's name their employer, and without an
 * id there is one employer per source and hiring organisation.
 * @throws DomainError EMPLOYER_MISSING or NOT_YOUR_EMPLOYER
 */
export function itemEmployer(
  item: BatchItem,
  caller: { readonly id: string; readonly name: string } | undefined,
): { id: string; name: string } {
  if (caller !== undefined) {
    if (item.employer?.id === undefined || item.employer.id === caller.id) return caller;
    throw badField('NOT_YOUR_EMPLOYER', {
      field: 'employer.id',
      reason: 'is another employer',
      remedy: 'leave employer out: your vacancies are posted under your own name',
    });
  }
  if (item.employer === undefined) {
    throw badField('EMPLOYER_MISSING', {
      field: 'employer',
      reason: 'is required for operators',
      remedy: 'give the employer’s name, and its id if it has one here',
    });
  }
  const { id, name } = item.employer;
  const plain = normaliseText(name).replaceAll(' ', '-');
  return { id: id ?? `feed:${item.source ?? 'batch'}:${plain === '' ? name.trim() : plain}`, name };
}
