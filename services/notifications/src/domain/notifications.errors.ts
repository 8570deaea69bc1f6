import { DomainError } from '@jobwire/kernel';

export function alertNotFound(): DomainError {
  return new DomainError({
    kind: 'missing',
    code: 'ALERT_NOT_FOUND',
    message: 'There is no such alert in your inbox.',
  });
}

export function vacancyNotFound(): DomainError {
  return new DomainError({
    kind: 'missing',
    code: 'VACANCY_NOT_FOUND',
    message: 'There is no such vacancy of yours.',
  });
}
