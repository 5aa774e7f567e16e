import { Kind, type TypeDefinitionNode } from 'graphql';
import {
  baseName,
  type Contract,
  fieldOf,
  type Module,
  mergeOf,
  objectFields,
  ownershipOf,
  REFUSALS,
  typesOf,
} from '../../schema/index.ts';
import { code, table } from './markdown.ts';
import { recordSection } from './record-section.ts';
import {
  fieldsSection,
  fieldsTable,
  namesUsedBy,
  sharedSection,
  wordsSection,
} from './type-sections.ts';
import { isOwnList, signature, writtenType } from './written-type.ts';

type Types = ReadonlyMap<string, TypeDefinitionNode>;

/** The contract, what stands beside it, and all of it as one, to find a type by its name. */
export type Described = {
  readonly contract: Contract;
  readonly beside: { readonly amsg: Types; readonly morocco: Types };
  readonly all: Contract;
};
export type Section = (described: Described) => readonly string[];

/** The records of a module; those of no module, which every member serves, where none is given. */
export const records =
  (module: Module | undefined): Section =>
  ({ contract }) =>
    typesOf(contract, 'owned')
      .filter((type) => ownershipOf(contract, type.name.value).module === module)
      .flatMap((type) => recordSection(contract, type));

/** All lists are alike, so that one stands for all. */
export const lists: Section = ({ contract }) =>
  ['SiteConnection', 'SiteEdge', 'SitePage'].flatMap((name) => sectionOf(contract, name));

export const shared: Section = ({ all, beside: { amsg } }) => {
  const entities = typesOf(all, 'shared');
  const names = entities.map((each) => each.name.value);
  const others = [...amsg.values()].filter(
    (each) => ![...names, 'Query'].includes(each.name.value),
  );
  return [
    ...entities.flatMap((type) => sharedSection(all, type, amsg.get(type.name.value))),
    ...others.flatMap((type) => sectionOf(all, type.name.value)),
  ];
};

export const sums: Section = ({ contract }) =>
  typesOf(contract, 'merge')
    .filter((type) => mergeOf(contract, type.name.value)?.by === 'PARTS')
    .flatMap((type) => [...sumSection(contract, type), ...sectionOf(contract, rowOf(type))]);

function sumSection(contract: Contract, type: TypeDefinitionNode): readonly string[] {
  const asked = objectFields(contract.types.get('Query')).filter(
    (field) => baseName(field.type) === type.name.value,
  );
  const takes = asked.map((field) => {
    const given = (field.arguments ?? []).map(
      (each) => `${code(each.name.value)} is ${writtenType(contract, each.type)}`,
    );
    return `Asked for with ${signature(field)}: ${given.join(', ')}.`;
  });
  return [...sectionOf(contract, type.name.value), ...takes, ''];
}

const rowOf = (type: TypeDefinitionNode): string => {
  const rows = fieldOf(type, 'rows');
  return rows ? baseName(rows.type) : '';
};

/** What is neither a record, nor a list, nor a sum. */
export const values: Section = ({ contract }) =>
  [...contract.types.values()]
    .filter((type) => isValue(contract, type))
    .flatMap((type) => sectionOf(contract, type.name.value));

function isValue(contract: Contract, type: TypeDefinitionNode): boolean {
  const name = type.name.value;
  if (type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) return !/(Filter|Order)$/.test(name);
  if (mergeOf(contract, name)?.by === 'LIST') return true;
  return (
    contract.kindOf(name) === 'value' &&
    !/Edge$/.test(name) &&
    !isOwnList(type) &&
    !rowNames(contract).includes(name)
  );
}

const rowNames = (contract: Contract): readonly string[] => typesOf(contract, 'merge').map(rowOf);

export const extension: Section = ({ all, beside: { morocco } }) => {
  const own = [...morocco.values()].filter((each) => all.types.get(each.name.value) === each);
  const added = [...morocco.values()].filter(
    (each) => each.name.value !== 'Query' && !own.includes(each),
  );
  return [
    ...added.flatMap((type) => [
      ...[`Fields that Morocco adds to its own records of type ${type.name.value}:`, ''],
      ...[
        ...fieldsTable(
          all,
          objectFields(type).filter((each) => each.name.value !== 'id'),
        ),
        '',
      ],
    ]),
    ...own.flatMap((type) => sectionOf(all, type.name.value)),
  ];
};

/** The enums that some field or argument has; those that orders name stand with their list. */
export const words: Section = ({ contract }) => {
  const used = namesUsedBy([...contract.types.values()]);
  return typesOf(contract, 'enum').flatMap((type) =>
    type.kind === Kind.ENUM_TYPE_DEFINITION &&
    used.has(type.name.value) &&
    !/OrderField$/.test(type.name.value)
      ? wordsSection(type)
      : [],
  );
};

export const refusals: Section = () =>
  table(
    ['code', 'status', 'what to do'],
    Object.entries(REFUSALS).map(([name, { status, says }]) => [code(name), String(status), says]),
  );

const sectionOf = (contract: Contract, name: string): readonly string[] => {
  const type = contract.types.get(name);
  if (!type) return [];
  return type.kind === Kind.ENUM_TYPE_DEFINITION
    ? wordsSection(type)
    : fieldsSection(contract, type);
};
