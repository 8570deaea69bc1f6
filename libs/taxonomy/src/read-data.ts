// Data files lie beside src/ and dist/, so one relative path serves both.
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../data/', import.meta.url);

/** The text of one of the package's own data files. */
export function readDataText(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

/** A parsed data file. The shapes are held by the data integrity tests, not checked again at each start. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the shape of its own file
export function readData<T>(name: string): T {
  return JSON.parse(readDataText(name)) as T;
}

/** Names of the json files in a folder of the data, sorted, as `readData` takes them. */
export function dataFilesIn(name: string): string[] {
  const files = readdirSync(new URL(`${name}/`, folder));
  return files
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => `${name}/${file}`);
}
