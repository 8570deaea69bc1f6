import { DomainError, type FieldFault } from '@jobwire/kernel';

export function vacancyNotFound(): DomainError {
  return new DomainError({
    kind: 'missing',
    code: 'VACANCY_NOT_FOUND',
    message: 'There is no vacancy with this id.',
  });
}

export function notYourVacancy(): DomainError {
  return new DomainError({
    kind: 'forbidden',
    code: 'NOT_YOUR_VACANCY',
    message: 'This vacancy belongs to another employer.',
  });
}

export function vacancyClosed(): DomainError {
  return new DomainError({
    kind: 'conflict',
    code: 'VACANCY_CLOSED',
    message: 'The vacancy has ended and does not change any more: post a new one.',
  });
}

export function staleRevision(revision: number): DomainError {
  return new DomainError({
    kind: 'stale',
    code: 'STALE_REVISION',
    message: `The vacancy has changed since you read it: read it again, its revision is ${revision}.`,
    extra: { revision },
  });
}

export function referenceTaken(vacancyId: string): DomainError {
  return new DomainError({
    kind: 'conflict',
    code: 'EXTERNAL_REFERENCE_TAKEN',
    message: `Another vacancy of yours has this externalReference: change ${vacancyId}, or send another reference.`,
    faults: [
      { field: 'externalReference', reason: 'is taken', remedy: `change vacancy ${vacancyId} instead` },
    ],
    extra: { vacancyId },
  });
}

export function keyReused(): DomainError {
  return new DomainError({
    kind: 'invalid',
    code: 'IDEMPOTENCY_KEY_REUSED',
    message: 'This Idempotency-Key was used with another body within 24 hours: send a new key.',
  });
}

export function badField(code: string, ...faults: [FieldFault, ...FieldFault[]]): DomainError {
  const [{ field, reason, remedy }] = faults;
  return new DomainError({
    kind: 'invalid',
    code,
    message: `${field} ${reason}${remedy === undefined ? '' : `: ${remedy}`}.`,
    faults,
  });
}

export function notAnEmployer(): DomainError {
  return new DomainError({
    kind: 'forbidden',
    code: 'WRONG_ROLE',
    message: 'This call is for employers.',
  });
}
