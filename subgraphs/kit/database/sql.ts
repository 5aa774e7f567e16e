/** What a statement may bind; everything else is refused before it comes here. */
export type SqlValue = string | number | null;
/** A piece of a statement: values travel as parameters, never inside the text. */
export type Sql = { readonly text: string; readonly values: readonly SqlValue[] };

/** A piece of SQL; pieces in it are spliced, values become parameters. */
export function sql(parts: TemplateStringsArray, ...holes: readonly (Sql | SqlValue)[]): Sql {
  const pieces = holes.map(pieceOf);
  return {
    text: parts.map((part, place) => part + (pieces[place]?.text ?? '')).join(''),
    values: pieces.flatMap(({ values }) => values),
  };
}

const pieceOf = (hole: Sql | SqlValue): Sql =>
  typeof hole === 'object' && hole !== null ? hole : { text: '?', values: [hole] };

/** The name of a table or column of ours; both databases take backticks. */
export function name(identifier: string): Sql {
  if (!/^\w+$/.test(identifier))
    throw new Error(`Expected the name of a table or column, got ${JSON.stringify(identifier)}.`);
  return { text: `\`${identifier}\``, values: [] };
}

/** A column of the record that a statement is about; `r` names its table in every statement. */
export const own = (column: string): Sql => sql`r.${name(column)}`;

export function joined(pieces: readonly Sql[], separator: string): Sql {
  return {
    text: pieces.map(({ text }) => text).join(separator),
    values: pieces.flatMap(({ values }) => values),
  };
}

export const listed = (pieces: readonly Sql[]): Sql => joined(pieces, ', ');

export const allOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`1 = 1` : joined(conditions, ' AND ');

export const anyOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`1 = 0` : sql`(${joined(conditions, ' OR ')})`;

/** Whether a column holds one of these; none of them where the list is empty. */
export const isAmong = (column: Sql, values: readonly SqlValue[]): Sql =>
  values.length === 0
    ? sql`1 = 0`
    : sql`${column} IN (${listed([...new Set(values)].map((value) => sql`${value}`))})`;
