import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { MemberCode } from '../../schema/index.ts';
import type { Write } from './repository.ts';
import type { OwnedType, Rows, RowsByType } from './rows.ts';

/** The rows of a member from every file under a folder that carries its code: `<source>/MA.json`, `<source>/MA.json.gz`. */
export function readSeeds(folder: string, code: MemberCode): readonly Rows[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return names
    .filter((name) => [`${code}.json`, `${code}.json.gz`].includes(basename(name)))
    .map((name) => parseSeed(readJson(join(folder, name)), code, name));
}

/** What a file of JSON holds, compressed where its name ends in `.gz`. */
export function readJson(file: string): unknown {
  const bytes = readFileSync(file);
  const value: unknown = JSON.parse((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString());
  return value;
}

/** The database checks the rows; a file of another member is refused here. */
function parseSeed(value: unknown, code: MemberCode, name: string): Rows {
  const { member, rows } = value as { readonly member?: unknown; readonly rows?: unknown };
  if (member === code && typeof rows === 'object' && rows !== null) return rows as Rows;
  throw new Error(`Expected { member: "${code}", rows } in ${name}, got member ${String(member)}.`);
}

/** One write for each row, in an order in which what is referred to comes first. */
export const writesOf = (rows: Rows): readonly Write[] => [
  ...puts('Organisation', rows.Organisation),
  ...puts('Deposit', rows.Deposit),
  ...puts('Site', rows.Site),
  ...puts('ResourceEstimate', rows.ResourceEstimate),
  ...puts('ProductionRecord', rows.ProductionRecord),
  ...puts('Policy', rows.Policy),
  ...puts('Event', rows.Event),
];

const puts = <Type extends OwnedType>(type: Type, rows: readonly RowsByType[Type][] = []) =>
  rows.map((put) => ({ type, put }));
