import { z } from 'zod';

/**
 * What a commit says beside its offset: the epoch under which the partition's sets are published, and the vector, per
 * partition of vacancies the next offset that the partition's profiles have not been matched against.
 */
const Metadata = z.object({
  epoch: z.int().nonnegative(),
  vacancies: z.array(z.int().nonnegative()),
  /** When both readers were last known to be at the end, milliseconds since 1970. */
  at: z.number(),
  /** Under which these sets were scored; absent: unknown. */
  scorer: z.string().optional(),
});

export interface Progress extends z.infer<typeof Metadata> {
  /** The next profile record to match. */
  readonly offset: number;
}

/** Of a partition that nobody has taken yet, or whose commit says nothing usable. */
export function noProgress(vacancyPartitions: number): Progress {
  return { offset: 0, epoch: 0, vacancies: Array<number>(vacancyPartitions).fill(0), at: 0 };
}

export function writeProgress({ epoch, vacancies, at, scorer }: Progress): string {
  return JSON.stringify({ epoch, vacancies, at, scorer });
}

/** Undefined for metadata that is not ours: everything is then in the gap. */
export function readProgress(offset: number, metadata: string): Progress | undefined {
  try {
    return { ...Metadata.parse(JSON.parse(metadata)), offset };
  } catch {
    return undefined;
  }
}

/** Never used before on this partition, also when the last commit is lost: the clock is ahead of any count. */
export function nextEpoch(committed: number, now: Date): number {
  return Math.max(committed + 1, now.getTime());
}
