import type { FieldDefinitionNode } from 'graphql';
import { baseName, objectFields } from '../index.ts';
import type { Asking } from './asking.ts';
import type { List } from './lists.ts';
import { at, objectsAt, textAt } from './reading.ts';
import type { Sample, SampleRow } from './sample.ts';
import type { JsonObject } from './wire.ts';

const PAGE_ROWS = 500;
const PAGES_MOST = 5;

/** The list in its own order, by id: up to 2,500 rows with all fields that the contract and the member have. */
export async function readSample(asking: Asking, list: List): Promise<Sample> {
  const fields = await recordSelection(asking, list.type);
  const query = `query ($after: Position, $filter: ${list.filter}) { ${list.field}(first: ${PAGE_ROWS}, after: $after, filter: $filter) {
    total { count } pageInfo { hasNextPage } edges { cursor node { ${fields} } } } }`;
  const rows: SampleRow[] = [];
  for (let page = 1, after: string | null = null; ; page += 1) {
    const { data, errors } = await asking.ask(query, { after, filter: wholeFilter(list) });
    const edges = objectsAt(data, list.field, 'edges');
    rows.push(...edges.map(rowOf));
    const more = at(data, list.field, 'pageInfo', 'hasNextPage') === true && edges.length > 0;
    after = rows.at(-1)?.cursor ?? null;
    if (!more || page === PAGES_MOST) {
      const count = at(data, list.field, 'total', 'count');
      const fault = errors[0]?.message ?? null;
      return { rows, isWhole: !more, total: typeof count === 'number' ? count : null, fault };
    }
  }
}

const rowOf = (edge: JsonObject): SampleRow => {
  const node = objectsAt([edge.node])[0] ?? {};
  return { cursor: textAt(edge, 'cursor'), node };
};

/** Every field of a record but its own lists, its values whole, records that it leads to as their ids. */
export async function recordSelection(asking: Asking, type: string): Promise<string> {
  const served = await asking.introspected();
  const isServed = (typeName: string, field: string) =>
    served.kind === 'unread' ||
    objectFields(served.types.get(typeName)).some((each) => each.name.value === field);
  return fieldsOfType(asking, type, isServed).join(' ');
}

type IsServed = (typeName: string, field: string) => boolean;

function fieldsOfType(asking: Asking, typeName: string, isServed: IsServed): readonly string[] {
  return objectFields(asking.memberTypes.get(typeName))
    .filter(({ name }) => isServed(typeName, name.value))
    .flatMap((field) => writtenField(asking, field, isServed));
}

function writtenField(
  asking: Asking,
  field: FieldDefinitionNode,
  isServed: IsServed,
): readonly string[] {
  const [name, inner] = [field.name.value, baseName(field.type)];
  const kind = asking.contract.kindOf(inner);
  if (kind === 'owned') return [`${name} { id }`];
  if ((field.arguments ?? []).length > 0) return [];
  if (kind === 'scalar' || kind === 'enum') return [name];
  const fields = fieldsOfType(asking, inner, isServed);
  return fields.length > 0 ? [`${name} { ${fields.join(' ')} }`] : [];
}

/** Figures of all editions, so that what is asked for is every record. */
export const wholeFilter = ({ type }: List): JsonObject =>
  type === 'ResourceEstimate' || type === 'ProductionRecord' ? { allEditions: true } : {};
