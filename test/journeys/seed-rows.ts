import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { JsonObject } from './continent.ts';

/** The rows of all seed files by type, read without the code that loads them. */
export function readSeedRows(): ReadonlyMap<string, readonly JsonObject[]> {
  const rows = new Map<string, JsonObject[]>();
  for (const file of seedFiles())
    for (const [type, each] of Object.entries(rowsIn(file)))
      rows.set(type, [...(rows.get(type) ?? []), ...each]);
  return rows;
}

const seedFiles = (): readonly string[] =>
  readdirSync('subgraphs', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\/seeds\/.*\/[A-Z]+\.json(\.gz)?$/.test(path))
    .filter((path) => !path.endsWith('SOURCE.json'))
    .map((path) => join('subgraphs', path));

function rowsIn(file: string): Readonly<Record<string, readonly JsonObject[]>> {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return (JSON.parse(text) as { rows: Record<string, JsonObject[]> }).rows;
}

/** An edition ends the id of a figure; what stands before it names the figure. Only the newest edition of each is left. */
export function newestEditions(rows: readonly JsonObject[]): readonly JsonObject[] {
  const newest = new Map<string, JsonObject>();
  for (const row of rows) {
    const known = newest.get(figureOf(row));
    if (!known || String(row.edition) > String(known.edition)) newest.set(figureOf(row), row);
  }
  return [...newest.values()];
}

const figureOf = ({ id }: JsonObject): string => String(id).replace(/-mcs\d{4}$/, '');
