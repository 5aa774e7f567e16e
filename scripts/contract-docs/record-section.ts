import type { FieldDefinitionNode, TypeDefinitionNode } from 'graphql';
import {
  argumentsOf,
  baseName,
  type Contract,
  fieldsOf,
  marks,
  mergeOf,
  objectFields,
} from '../../schema/index.ts';
import { code, linkTo, table } from './markdown.ts';
import { describe, signature, writtenType } from './written-type.ts';

/** One type of record: how to ask for it, its fields, what its list is filtered and ordered by. */
export function recordSection(contract: Contract, type: TypeDefinitionNode): readonly string[] {
  const name = type.name.value;
  const list = questionsOn(contract, name, 'ORDER')[0];
  const fields = objectFields(type).map((field) => [
    signature(field),
    writtenType(contract, field.type),
    describe(field),
    comesBy(field),
  ]);
  return [
    ...[`### ${name}`, '', describe(type), '', askedWith(contract, name), ''],
    ...[...table(['field', 'type', 'what it is', 'comes with'], fields), ''],
    ...(list ? choicesOf(contract, list) : []),
  ];
}

/** Fields of Query whose answer is merged from records of that type. */
function questionsOn(
  contract: Contract,
  record: string,
  by: 'ORDER' | 'PARTS',
): readonly FieldDefinitionNode[] {
  return objectFields(contract.types.get('Query')).filter((field) => {
    const merge = mergeOf(contract, baseName(field.type));
    return merge?.of === record && merge.by === by;
  });
}

function askedWith(contract: Contract, record: string): string {
  const lists = questionsOn(contract, record, 'ORDER').map(signature);
  const sums = questionsOn(contract, record, 'PARTS').map((field) =>
    linkTo(baseName(field.type), code(field.name.value)),
  );
  const one = `one by its id with ${code('record(id)')}`;
  const added = sums.length > 0 ? `; added up by ${sums.join(', ')}` : '';
  return `Asked for with ${lists.join(', ')}; ${one}${added}.`;
}

/** What a reader pays for a field: nothing beyond the list, a request to each owner on the page, or what the reference costs. */
function comesBy(field: FieldDefinitionNode): string {
  const reference = argumentsOf(field, 'ref')?.by;
  const level = argumentsOf(field, 'clearance')?.level;
  const isListed = field.name.value === 'id' || marks(field, 'summary');
  const with_ = reference ? `reference, by ${code(reference)}` : isListed ? 'list' : 'owner';
  return level ? `${with_}; ${level}` : with_;
}

function choicesOf(contract: Contract, list: FieldDefinitionNode): readonly string[] {
  const typeOf = (argument: string) => {
    const found = list.arguments?.find((each) => each.name.value === argument);
    return found && contract.types.get(baseName(found.type));
  };
  const filter = typeOf('filter');
  const orders = contract.types.get(orderFieldsOf(typeOf('orderBy')));
  return [...filterSection(contract, filter), ...orderSentence(orders), ''];
}

function filterSection(
  contract: Contract,
  filter: TypeDefinitionNode | undefined,
): readonly string[] {
  if (!filter) return [];
  const rows = fieldsOf(filter).map((field) => [
    code(field.name.value),
    writtenType(contract, field.type),
    describe(field),
  ]);
  return [
    ...[`#### ${filter.name.value}`, '', describe(filter), ''],
    ...[...table(['filter', 'type', 'keeps'], rows), ''],
  ];
}

function orderFieldsOf(order: TypeDefinitionNode | undefined): string {
  const field = fieldsOf(order).find((each) => each.name.value === 'field');
  return field ? baseName(field.type) : '';
}

function orderSentence(orders: TypeDefinitionNode | undefined): readonly string[] {
  if (orders?.kind !== 'EnumTypeDefinition') return [];
  const values = (orders.values ?? []).map((each) => code(each.name.value));
  const how = describe(orders)
    .replace(/^What [^;.]* ordered by[;.]?/, '')
    .trim();
  return [`Ordered by ${values.join(', ')}; equal rows by id. ${how}`.trim()];
}
