import { gzipSync } from 'node:zlib';
import type { Rows } from '../../subgraphs/index.ts';

/** A file of the seeds: its place in the project, its bytes. */
export type SeedFile = { readonly path: string; readonly bytes: Buffer };
export type RowsOfMembers = ReadonlyMap<string, Rows>;

/** One file per member that has rows. Where there are many rows they are packed. */
export function recordFiles(
  folder: string,
  members: RowsOfMembers,
  { packed }: { readonly packed: boolean },
): readonly SeedFile[] {
  const write = packed ? packedFile : jsonFile;
  return [...members]
    .filter(([, rows]) => Object.values(rows).some((each) => each.length > 0))
    .map(([member, rows]) => write(`${folder}/${member}.json`, { member, rows: inOrder(rows) }));
}

/** The same bytes each time: zlib writes no time and, once told so, no system into the header. */
function packedFile(path: string, value: unknown): SeedFile {
  const bytes = gzipSync(JSON.stringify(value), { level: 9 });
  bytes[9] = 255;
  return { path: `${path}.gz`, bytes };
}

export const jsonFile = (path: string, value: unknown): SeedFile => ({
  path,
  bytes: Buffer.from(`${readable(value, '', 0)}\n`),
});

/** By type as they stand, by id within. */
const inOrder = (rows: Rows): Rows =>
  Object.fromEntries(
    Object.entries(rows)
      .filter(([, each]) => each.length > 0)
      .map(([type, each]) => [type, [...each].sort((a, b) => (a.id < b.id ? -1 : 1))]),
  );

const LINE = 100;
/** JSON laid out as the project's formatter lays it out: a list on one line where it fits, everything else on its own. */
function readable(value: unknown, indent: string, before: number): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const parts = Object.entries(value).flatMap(([key, each]) => {
    if (each === undefined) return [];
    const start = isList ? '' : `${JSON.stringify(key)}: `;
    return [`${start}${readable(each, inner, inner.length + start.length)}`];
  });
  if (parts.length === 0) return isList ? '[]' : '{}';
  const line = `[${parts.join(', ')}]`;
  if (isList && !line.includes('\n') && before + line.length < LINE) return line;
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`;
}
