import type { BatchResult } from '@jobwire/contracts';
import { DomainError, type FieldFault } from '@jobwire/kernel';
import type { ImportDecision } from '../domain/import-decision.js';
import type { Vacancy } from '../domain/vacancy.js';

export const RACED: FieldFault = {
  field: 'item',
  reason: 'changed at the same time elsewhere',
  remedy: 'send it again',
};

/** What a refusal of one item becomes. */
export async function answering<Result>(
  index: number,
  work: () => Promise<Result>,
): Promise<Result | BatchResult> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return rejected(
      index,
      error.faults.length > 0 ? error.faults : [{ field: 'item', reason: error.message }],
    );
  }
}

/** @param lost what stood in the way: another writer, or the vacancy that has the reference */
export function resultOf(
  index: number,
  decision: ImportDecision,
  lost: 'retry' | Vacancy | undefined,
): BatchResult {
  if (lost === 'retry') return rejected(index, [RACED]);
  if (lost !== undefined)
    return rejected(index, [
      { field: 'externalReference', reason: 'is taken', remedy: `change vacancy ${lost.id} instead` },
    ]);
  const { outcome, vacancy } = decision;
  const twin = vacancy.duplicateOf === undefined ? {} : { duplicateOf: vacancy.duplicateOf };
  return { index, outcome, id: vacancy.id, ...twin };
}

export function rejected(index: number, errors: readonly FieldFault[]): BatchResult {
  return { index, outcome: 'rejected', errors: [...errors] };
}
