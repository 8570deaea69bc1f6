import type { FieldFault } from '@jobwire/kernel';
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
