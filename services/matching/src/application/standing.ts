import { z } from 'zod';

const place = z.int().nonnegative();

/** Where in the log an index stood when it was saved. It is kept with the snapshot, as text. */
const Standing = z.object({
  logId: z.string(),
  /** When both readers were last known to be at the end, milliseconds since 1970. */
  at: z.number(),
  /** The next vacancy record of each partition. */
  vacancies: z.array(place),
  /** Partition of profiles and its next record. */
  profiles: z.array(z.tuple([place, place])),
  /** Of each vacancy the id, and partition and offset of its latest record; a line each. */
  latest: z.string(),
});

export type Standing = z.infer<typeof Standing>;

export function writeStanding(standing: Standing): string {
  return JSON.stringify(standing);
}

/** @throws Error for a text that is no standing */
export function readStanding(note: string): Standing {
  return Standing.parse(JSON.parse(note));
}
