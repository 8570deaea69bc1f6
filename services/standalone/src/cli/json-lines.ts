import { createInterface } from 'node:readline';

/** One object a line in, one a line out, in order; blank lines are passed over. */
export async function overLines(
  answer: (line: Record<string, unknown>, number: number) => object,
): Promise<void> {
  let number = 0;
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (text.trim() !== '') process.stdout.write(`${JSON.stringify(answer(parse(text, number), number))}\n`);
  }
}

function parse(text: string, number: number): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(`Line ${number} is not JSON: write one object a line.`);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new Error(`Line ${number} is no object: write {"id":"…","text":"…"}.`);
}

/** The text in a field, '' when it is absent. @throws Error naming the line when it is something else */
export function textOf(line: Record<string, unknown>, field: string, number: number): string {
  const value = line[field] ?? '';
  if (typeof value === 'string') return value;
  throw new Error(`Line ${number}: "${field}" is not text: write {"id":"…","${field}":"…"}.`);
}
