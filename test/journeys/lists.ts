import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLField,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
} from 'graphql';

/** A connection of the contract: `sites` of Query, of Country, of Commodity; of which type its rows are, and by what they can be ordered. */
export type List = {
  readonly parent: string;
  readonly field: string;
  readonly type: string;
  /** `SiteOrder`, `SiteFilter`. */
  readonly order: string;
  readonly filter: string;
  readonly orderFields: readonly string[];
};

const schema = buildSchema(readFileSync('schema/contract.graphql', 'utf8'), {
  assumeValid: true,
});

/** Every connection of the contract, read from its text. */
export const LISTS: readonly List[] = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .flatMap((parent) =>
    Object.values(parent.getFields())
      .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
      .map((field) => listOf(parent.name, field)),
  );

function listOf(parent: string, field: GraphQLField<unknown, unknown>): List {
  const argument = (name: string) => {
    const found = field.args.find((each) => each.name === name);
    if (!found) throw new Error(`Expected ${parent}.${field.name} to take ${name}.`);
    return getNamedType(found.type);
  };
  const order = argument('orderBy');
  return {
    parent,
    field: field.name,
    type: nodeOf(getNamedType(field.type).name),
    order: order.name,
    filter: argument('filter').name,
    orderFields: orderFieldsOf(order),
  };
}

function nodeOf(connection: string): string {
  const edge = schema.getType(connection.replace('Connection', 'Edge'));
  if (!isObjectType(edge)) throw new Error(`Expected an edge of ${connection}.`);
  return getNamedType(edge.getFields().node?.type)?.name ?? '';
}

function orderFieldsOf(order: ReturnType<typeof getNamedType>): readonly string[] {
  const field = isInputObjectType(order) ? order.getFields().field : undefined;
  const values = field && getNamedType(field.type);
  if (!isEnumType(values)) throw new Error('Expected an order to name its fields.');
  return values.getValues().map(({ name }) => name);
}
