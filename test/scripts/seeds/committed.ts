import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { OwnedType, Rows, RowsByType } from '../../../subgraphs/index.ts';

/** The seeds as they are committed. */
const FOLDERS = ['national', 'amsg', 'morocco'].map((each) => `subgraphs/${each}/seeds`);

export const readSeed = (path: string): unknown => JSON.parse(textOf(path));
export const textOf = (path: string): string => {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};

export const SEED_PATHS: readonly string[] = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
)
  .filter((path) => /\.json(\.gz)?$/.test(path))
  .sort();

export type RecordFile = {
  readonly path: string;
  readonly folder: string;
  readonly member: string;
  readonly rows: Rows;
};
const isRecordFile = (path: string) =>
  /\/[A-Z]+\.json(\.gz)?$/.test(path) && !path.endsWith('SOURCE.json');

export const RECORD_FILES: readonly RecordFile[] = SEED_PATHS.filter(isRecordFile).map((path) => ({
  path,
  folder: path.slice(0, path.lastIndexOf('/')),
  ...(readSeed(path) as Pick<RecordFile, 'member' | 'rows'>),
}));

/** All rows of a type, whichever file they stand in. */
export const rowsOf = <Type extends OwnedType>(type: Type): readonly RowsByType[Type][] =>
  RECORD_FILES.flatMap(({ rows }) => (rows[type] ?? []) as readonly RowsByType[Type][]);

export const rowOf = <Type extends OwnedType>(type: Type, id: string): RowsByType[Type] => {
  const row = rowsOf(type).find((each) => each.id === id);
  if (!row) throw new Error(`Expected ${id} among the seeds.`);
  return row;
};

export const TYPES: readonly OwnedType[] = [
  'Organisation',
  'Deposit',
  'Site',
  'ResourceEstimate',
  'ProductionRecord',
  'Policy',
  'Event',
];

/** How often each of the words occurs, by word. */
export const tally = (words: readonly (string | null | undefined)[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const word of words) counts[String(word)] = (counts[String(word)] ?? 0) + 1;
  return counts;
};

export type Vocabulary = readonly {
  readonly code: string;
  readonly broader: readonly string[];
  readonly name: Readonly<Record<string, string | null>>;
}[];
export const COMMODITIES = readSeed('subgraphs/amsg/seeds/commodities.json') as Vocabulary;
