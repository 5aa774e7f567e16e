import {
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type TypeDefinitionNode,
} from 'graphql';
import { baseName, type Contract, fieldsOf, marks, objectFields } from '../../schema/index.ts';
import { code, table } from './markdown.ts';
import { describe, signature, writtenType } from './written-type.ts';

/** A type with its fields. */
export const fieldsSection = (contract: Contract, type: TypeDefinitionNode): readonly string[] => [
  ...[`### ${type.name.value}`, '', describe(type), ''],
  ...[...fieldsTable(contract, fieldsOf(type)), ''],
];

type Field = FieldDefinitionNode | InputValueDefinitionNode;

export const fieldsTable = (contract: Contract, fields: readonly Field[]): readonly string[] =>
  table(
    ['field', 'type', 'what it is'],
    fields.map((field) => [signature(field), writtenType(contract, field.type), describe(field)]),
  );

/** An entity that nobody owns: what AMSG says of it, and what the members contribute. */
export function sharedSection(
  contract: Contract,
  type: TypeDefinitionNode,
  amsg: TypeDefinitionNode | undefined,
): readonly string[] {
  const own = objectFields(type);
  const names = own.map((each) => each.name.value);
  const described = objectFields(amsg).filter((each) => !names.includes(each.name.value));
  const rows = [
    ...own.map((field) => ({
      field,
      by: contract.keyOf(type.name.value) === field.name.value ? 'all' : 'members, merged',
    })),
    ...described.map((field) => ({ field, by: 'AMSG' })),
  ].map(({ field, by }) => [
    signature(field),
    writtenType(contract, field.type),
    describe(field),
    by,
  ]);
  return [
    ...[`### ${type.name.value}`, '', describe(type), ''],
    ...[...table(['field', 'type', 'what it is', 'from'], rows), ''],
  ];
}

/** A list of words; a table where the words are explained. */
export function wordsSection(type: EnumTypeDefinitionNode): readonly string[] {
  const values = type.values ?? [];
  const explained = values.some((each) => each.description)
    ? table(
        ['word', 'means'],
        values.map((each) => [code(each.name.value), describe(each)]),
      )
    : [`${values.map((each) => code(each.name.value)).join(', ')}.`];
  return [...[`### ${type.name.value}`, '', describe(type), ''], ...explained, ''];
}

export function scalarsTable(contract: Contract): readonly string[] {
  const scalars = [...contract.types.values()].filter(
    (each) => each.kind === Kind.SCALAR_TYPE_DEFINITION,
  );
  return table(
    ['scalar', 'form'],
    scalars.map((each) => [code(each.name.value), describe(each)]),
  );
}

/** Who answers a question of Query, in the order of the page. */
export function questionsTable(
  contract: Contract,
  { amsg, morocco }: Readonly<Record<'amsg' | 'morocco', ReadonlyMap<string, TypeDefinitionNode>>>,
): readonly string[] {
  const asked: readonly (readonly [TypeDefinitionNode | undefined, string])[] = [
    [contract.types.get('Query'), 'the members'],
    [amsg.get('Query'), 'AMSG'],
    [morocco.get('Query'), 'Morocco'],
  ];
  const rows = asked.flatMap(([query, by]) =>
    objectFields(query).map((field) => [
      signature(field),
      writtenType(contract, field.type),
      describe(field),
      marks(field, 'routed') ? 'one member' : by,
    ]),
  );
  return table(['question', 'gives', 'what it is', 'answered by'], rows);
}

/** Names of the types that some field or argument of these types has. */
export const namesUsedBy = (types: readonly TypeDefinitionNode[]): ReadonlySet<string> =>
  new Set(
    types.flatMap((type) =>
      fieldsOf(type).flatMap((field) => [
        baseName(field.type),
        ...('arguments' in field ? (field.arguments ?? []).map((each) => baseName(each.type)) : []),
      ]),
    ),
  );
