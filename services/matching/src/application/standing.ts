import { z } from 'zod';

const place = z.int().nonnegative();

/** Where in the log an index stood at one moment. */
const Standing = z.object({
  logId: z.string(),
  /** When both readers were last known to be at the end, milliseconds since 1970. */
  at: z.number(),
  /** The next vacancy record of each partition. */
  vacancies: z.array(place),
  /** Partition of profiles and its next record. */
  profiles: z.array(z.tuple([place, place])),
});

export type Standing = z.infer<typeof Standing>;

/** Kept with a snapshot as text. */
export interface Note {
  readonly standing: Standing;
  /** Of each vacancy the id, and partition and offset of its latest record, a line each; newer ones may be among them. */
  readonly latest: string;
}

export function writeNote({ standing, latest }: Note): string {
  return `${JSON.stringify(standing)}\n${latest}`;
}

/** @throws Error for a text that begins with no standing */
export function readNote(note: string): Note {
  const end = note.indexOf('\n');
  return { standing: Standing.parse(JSON.parse(note.slice(0, end))), latest: note.slice(end + 1) };
}
