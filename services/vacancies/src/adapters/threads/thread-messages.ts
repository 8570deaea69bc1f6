import type { DomainErrorDetails } from '@jobwire/kernel';
import type { SharedTables } from '@jobwire/taxonomy';
import type { DraftRequest } from '../../domain/draft-from-source.js';
import type { Vacancy } from '../../domain/vacancy.js';

/** The folders a thread reads with, and the numbers of the taxonomy's models, which all threads share. */
export interface ThreadSettings {
  readonly taxonomy?: string | undefined;
  readonly places?: string | undefined;
  readonly tables?: SharedTables;
}

export interface DraftTask {
  readonly id: number;
  readonly request: DraftRequest;
}

/** What a thread says of a task: the vacancy, a refusal of its item, or a defect. */
export type DraftAnswer = { readonly id: number } & (
  | { readonly vacancy: Vacancy }
  | { readonly refusal: DomainErrorDetails }
  | { readonly defect: string }
);
