import type { Json } from '../../../gateway/members/index.ts';

/** What is wrong with one field of one row, for whoever asks it. */
export type FieldFault = (typeof FIELD_FAULTS)[number];
export const FIELD_FAULTS = [
  /** Its subgraph fails at it. */
  'throws',
  /** It is null; where it never may be, its subgraph says so. */
  'null',
  /** It is null, and its subgraph says nothing. */
  'silent',
  /** The first item of a list is null; where none may be, its subgraph says so. */
  'hole',
  /** It is no value of its type, and its subgraph does not notice. */
  'wrong',
  /** It is left out of the answer. */
  'missing',
] as const;

/** By the serial of the row and the name of the field. */
export type FieldFaults = ReadonlyMap<string, FieldFault>;
export const faultKey = (serial: number, field: string): string => `${serial} ${field}`;

export type Path = readonly (string | number)[];
/** Something to change in an answer after it was made. */
export type Mangle = { readonly path: Path; readonly fault: FieldFault };

/** Changes an answer as a subgraph would that does not check what it says. Whether its place is still there to be changed. */
export function mangle(data: Json, { path, fault }: Mangle): boolean {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((node, key) => (isBranch(node) ? node[key] : undefined), data);
  const key = path.at(-1);
  if (!isBranch(parent) || key === undefined || !Object.hasOwn(parent, key)) return false;
  if (fault === 'wrong' && parent[key] === null) return false;
  if (fault === 'missing') delete parent[key];
  else parent[key] = fault === 'wrong' ? wrongFor(parent[key]) : null;
  return true;
}

type Branch = Record<string | number, unknown>;
const isBranch = (node: unknown): node is Branch => typeof node === 'object' && node !== null;

/** What cannot be read as a value of the type of the one that it replaces. Of null nobody knows its type. */
function wrongFor(value: unknown): Json {
  if (Array.isArray(value)) return { wrong: 'a list was expected' };
  if (typeof value === 'object') return 'wrong: an object was expected';
  return { wrong: 'a leaf was expected' };
}
