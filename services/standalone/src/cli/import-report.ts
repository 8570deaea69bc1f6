import type { BatchResult } from '@jobwire/contracts';
import type { Place } from '@jobwire/feeds';
import type { FieldFault } from '@jobwire/kernel';
import { closeSync, openSync, writeSync } from 'node:fs';

/** `read` is the sum of the rest but `closed`. */
export interface ImportSummary {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  duplicates: number;
  expired: number;
  rejected: number;
  closed: number;
}

const COUNTED = {
  created: 'created',
  updated: 'updated',
  unchanged: 'unchanged',
  duplicate: 'duplicates',
  expired: 'expired',
  rejected: 'rejected',
} as const satisfies Record<BatchResult['outcome'], keyof ImportSummary>;

/** Counts what became of each record and writes the rejected ones to a file, anew with each run. */
export class ImportReport {
  readonly summary: ImportSummary = {
    read: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    duplicates: 0,
    expired: 0,
    rejected: 0,
    closed: 0,
  };
  private readonly file: number | undefined;

  constructor(path: string | undefined) {
    this.file = path === undefined ? undefined : openSync(path, 'w');
  }

  result(place: Place, { outcome, errors }: BatchResult): void {
    if (outcome === 'rejected') return this.rejected(place, errors ?? []);
    this.summary.read++;
    this.summary[COUNTED[outcome]]++;
  }

  rejected(place: Place, faults: readonly FieldFault[]): void {
    this.summary.read++;
    this.summary.rejected++;
    if (this.file === undefined) return;
    for (const fault of faults) writeSync(this.file, `${JSON.stringify({ ...place, ...fault })}\n`);
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file);
  }
}
