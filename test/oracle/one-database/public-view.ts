import type { Row } from './tables.ts';

/** Fields that need a clearance which the public has not. */
const CLEARED = ['registrationNumber', 'inspections', 'competentPerson'];

type Redaction = { readonly path: string; readonly reason: string; readonly until?: string | null };
type Governance = { readonly classification: string; readonly redactions: readonly Redaction[] };

/** A record as the public sees it: withheld fields are null, and each is explained. */
export function publicView(row: Row): Row {
  const given = row.governance as Governance | null | undefined;
  const cleared = CLEARED.filter((name) => holdsSomething(row[name])).map(
    (path): Redaction => ({ path, reason: 'CLASSIFICATION', until: null }),
  );
  const redactions = [...(given?.redactions ?? []), ...cleared];
  const shown = redactions.reduce((view, { path }) => without(view, path.split('.')) as Row, row);
  if (cleared.length === 0) return shown;
  return { ...shown, governance: { ...(given ?? { classification: 'PUBLIC' }), redactions } };
}

/** What a record does not have needs no explanation. */
const holdsSomething = (value: unknown): boolean =>
  value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);

function without(value: unknown, [name = '', ...rest]: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => without(each, [name, ...rest]));
  if (value === null || typeof value !== 'object') return value;
  const inner = (value as Readonly<Record<string, unknown>>)[name];
  return { ...value, [name]: rest.length === 0 ? null : without(inner, rest) };
}
