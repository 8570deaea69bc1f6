import { DomainError, type FieldFault } from '@jobwire/kernel';

export function profileNotFound(): DomainError {
  return new DomainError({
    kind: 'missing',
    code: 'PROFILE_NOT_FOUND',
    message: 'You have no profile yet: write one with PUT.',
  });
}

export function staleRevision(revision: number): DomainError {
  return new DomainError({
    kind: 'stale',
    code: 'STALE_REVISION',
    message: `The profile has changed since you read it: read it again, its revision is ${revision}.`,
    extra: { revision },
  });
}

export function badField(code: string, fault: FieldFault): DomainError {
  const remedy = fault.remedy === undefined ? '' : `: ${fault.remedy}`;
  return new DomainError({
    kind: 'invalid',
    code,
    message: `${fault.field} ${fault.reason}${remedy}.`,
    faults: [fault],
  });
}
