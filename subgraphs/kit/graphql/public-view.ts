import type { Governance, OwnedType, PublishedWord, Redaction, RowsByType } from '../rows.ts';
import { clearedFields, columnPath, fieldsBut } from './column-path.ts';

/** A record as a reader may see it: columns of its row, some of them withheld. */
export type ShownRow = { readonly id: string; readonly [column: string]: unknown };
type AnyRow = RowsByType[OwnedType];
type Path = readonly string[];

/** What the public may see of a record at that instant. */
export function publicView(type: OwnedType, row: AnyRow, now: Date): ShownRow {
  if (isWithheld(row.governance, now)) return withoutAll(type, row);
  const cleared = clearancesOf(type, row);
  const given = row.governance?.redactions ?? [];
  const redactions = [...given, ...cleared];
  if (redactions.length === 0) return row;
  const paths = redactions.map(({ path }) => columnPath(type, path)).filter((path) => path.length);
  return {
    ...paths.reduce<ShownRow>((shown, path) => withoutField(shown, path), { ...row }),
    published: withoutWords(type, row, paths),
    governance: { ...(row.governance ?? PUBLIC), redactions },
  };
}

const PUBLIC = { classification: 'PUBLIC', redactions: [] } as const satisfies Governance;

function isWithheld(governance: Governance | null, now: Date): boolean {
  if (governance === null) return false;
  if (governance.classification !== 'PUBLIC') return true;
  return governance.embargoUntil != null && new Date(governance.embargoUntil) > now;
}

const ALWAYS_SHOWN = ['id', 'home', 'governance'];
const withoutAll = (type: OwnedType, { id, home, governance }: AnyRow): ShownRow => ({
  id,
  home,
  governance,
  ...Object.fromEntries(fieldsBut(type, ALWAYS_SHOWN).map((name) => [name, null])),
});

/** Fields above the public's clearance; a field without a value needs no explanation. */
function clearancesOf(type: OwnedType, row: AnyRow): readonly Redaction[] {
  const known = row.governance?.redactions.map(({ path }) => path) ?? [];
  const columns: Readonly<Record<string, unknown>> = row;
  return clearedFields(type)
    .filter((name) => hasValue(columns[name]) && !known.includes(name))
    .map((path) => ({ path, reason: 'CLASSIFICATION', until: null }));
}

const hasValue = (value: unknown): boolean =>
  value != null && !(Array.isArray(value) && value.length === 0);

function withoutField<Value>(value: Value, path: Path): Value {
  const [name = '', ...rest] = path;
  if (!isObject(value)) return value;
  return { ...value, [name]: rest.length === 0 ? null : withoutInside(value[name], rest) };
}

const withoutInside = (value: unknown, path: Path): unknown =>
  Array.isArray(value)
    ? value.map((each: unknown) => withoutField(each, path))
    : withoutField(value, path);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The source's own word for a withheld field says as much as the field. */
function withoutWords(type: OwnedType, row: AnyRow, paths: readonly Path[]): unknown {
  const words: readonly PublishedWord[] | null = ('published' in row && row.published) || null;
  return words?.filter(({ field }) => {
    const column = columnPath(type, field);
    return !paths.some((path) => path.every((name, place) => name === column[place]));
  });
}
