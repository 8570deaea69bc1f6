import { parse } from 'csv-parse/sync';
import { BadInput } from './bad-input.js';

/** A row by the names of its columns; a column the file lacks is undefined. */
export type Row = Readonly<Record<string, string | undefined>>;

/**
 * The rows of a csv text, with or without a byte order mark.
 * @throws BadInput when a column is missing or the text breaks off inside a quote
 */
export function csvRows(name: string, text: string, columns: readonly string[]): Row[] {
  const rows = parsed(name, text);
  const [first] = rows;
  if (!first) throw new BadInput(name, 'has no rows', 'download it again');
  const missing = columns.filter((column) => first[column] === undefined);
  if (missing.length > 0)
    throw new BadInput(name, `lacks the columns ${missing.join(', ')}`, 'give the official English csv file');
  return rows;
}

function parsed(name: string, text: string): Row[] {
  try {
    return parse(text, { columns: true, bom: true, skip_empty_lines: true, relax_column_count: false });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new BadInput(name, `is damaged or cut short (${why})`, 'download it again');
  }
}
