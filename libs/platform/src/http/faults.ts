import { DomainError, type FieldFault } from '@jobwire/kernel';
import type { z } from 'zod';

/** What is wrong with an input: a fault per field, named the way the input writes it (`skills.required.0`). */
export function faultsOf(error: z.ZodError, place: string): FieldFault[] {
  return error.issues.flatMap((issue) => faultsOfIssue(issue, place));
}

function faultsOfIssue(issue: z.core.$ZodIssue, place: string): FieldFault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: fieldOf([...issue.path, key], place),
      reason: 'is not known here',
      remedy: 'leave it out, or correct its name',
    }));
  }
  const [reason, ...remedy] = issue.message.split(': ');
  return [
    {
      field: fieldOf(issue.path, place),
      reason: reason ?? issue.message,
      ...(remedy.length === 0 ? {} : { remedy: remedy.join(': ') }),
    },
  ];
}

function fieldOf(path: readonly PropertyKey[], place: string): string {
  return path.length === 0 ? place : path.map(String).join('.');
}

const FAULTS_SHOWN = 50;

/** The refusal of an input that breaks its schema. */
export function invalidInput(error: z.ZodError, place = 'body', code = 'INVALID_BODY'): DomainError {
  const faults = faultsOf(error, place);
  const [first] = faults;
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  return new DomainError({
    kind: 'invalid',
    code,
    message: `${first?.field ?? place} ${first?.reason ?? 'is wrong'}${more}.`,
    faults: faults.slice(0, FAULTS_SHOWN),
  });
}
