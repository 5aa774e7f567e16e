import {
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  print,
  type TypeDefinitionNode,
  type TypeNode,
} from 'graphql';

/** In what a served schema differs from the contract, at a place such as `Site.name`. */
export type Difference = {
  readonly kind:
    | 'TYPE_MISSING'
    | 'TYPE_KIND'
    | 'FIELD_MISSING'
    | 'FIELD_TYPE'
    | 'FIELD_TOO_STRICT'
    | 'FIELD_TOO_LOOSE'
    | 'ARGUMENT_MISSING'
    | 'ARGUMENT_TYPE'
    | 'ARGUMENT_TOO_STRICT'
    | 'ARGUMENT_DEFAULT'
    | 'INPUT_FIELD_MISSING'
    | 'INPUT_FIELD_TYPE'
    | 'INPUT_FIELD_TOO_STRICT'
    | 'INPUT_FIELD_DEFAULT'
    | 'INPUT_FIELD_UNKNOWN'
    | 'VALUE_MISSING'
    | 'VALUE_UNKNOWN';
  readonly says: string;
};
type Types = ReadonlyMap<string, TypeDefinitionNode>;

/** Of all types that are required. What a member serves beyond them is looked at elsewhere. */
export const differencesOf = (required: Types, served: Types): readonly Difference[] =>
  [...required.values()].flatMap((type) => typeDifferences(type, served.get(type.name.value)));

function typeDifferences(
  type: TypeDefinitionNode,
  served: TypeDefinitionNode | undefined,
): readonly Difference[] {
  const name = type.name.value;
  if (!served) return [{ kind: 'TYPE_MISSING', says: `The type ${name} is not served.` }];
  if (served.kind !== type.kind)
    return [
      {
        kind: 'TYPE_KIND',
        says: `Expected ${name} to be ${called(type)}, it is ${called(served)}.`,
      },
    ];
  if (type.kind === Kind.OBJECT_TYPE_DEFINITION)
    return (type.fields ?? []).flatMap((field) => fieldDifferences(name, field, fieldsIn(served)));
  if (type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION)
    return inputDifferences(INPUT_FIELD, name, type.fields ?? [], inputsIn(served));
  return type.kind === Kind.ENUM_TYPE_DEFINITION ? valueDifferences(type, served) : [];
}

const called = ({ kind }: TypeDefinitionNode): string =>
  kind
    .replace(/TypeDefinition$/, '')
    .replace('InputObject', 'Input')
    .toLowerCase();

const fieldsIn = (type: TypeDefinitionNode): readonly FieldDefinitionNode[] =>
  type.kind === Kind.OBJECT_TYPE_DEFINITION ? (type.fields ?? []) : [];
const inputsIn = (type: TypeDefinitionNode): readonly InputValueDefinitionNode[] =>
  type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION ? (type.fields ?? []) : [];

type Named = { readonly name: { readonly value: string } };
const named = <Node extends Named>(nodes: readonly Node[], { name }: Named): Node | undefined =>
  nodes.find((each) => each.name.value === name.value);

function fieldDifferences(
  typeName: string,
  field: FieldDefinitionNode,
  served: readonly FieldDefinitionNode[],
): readonly Difference[] {
  const place = `${typeName}.${field.name.value}`;
  const found = named(served, field);
  if (!found) return [{ kind: 'FIELD_MISSING', says: `The field ${place} is not served.` }];
  return [
    ...outputDifferences(place, field.type, found.type),
    ...inputDifferences(ARGUMENT, place, field.arguments ?? [], found.arguments ?? []),
  ];
}

/** Of the type of a field: another, or the same with other places that may be null. */
function outputDifferences(place: string, wanted: TypeNode, got: TypeNode): readonly Difference[] {
  const says = `Expected ${place} to be ${print(wanted)}, it is ${print(got)}.`;
  if (withoutMarks(wanted) !== withoutMarks(got)) return [{ kind: 'FIELD_TYPE', says }];
  const marks = marksOf(wanted).map((mark, level) => Number(marksOf(got)[level]) - Number(mark));
  return [
    ...(marks.includes(1) ? [{ kind: 'FIELD_TOO_STRICT', says } as const] : []),
    ...(marks.includes(-1) ? [{ kind: 'FIELD_TOO_LOOSE', says } as const] : []),
  ];
}

const withoutMarks = (type: TypeNode): string => print(type).replaceAll('!', '');

/** Of each level of a type, from the outermost: whether it may not be null. */
function marksOf(type: TypeNode): readonly boolean[] {
  const isStrict = type.kind === Kind.NON_NULL_TYPE;
  const inner = isStrict ? type.type : type;
  return [isStrict, ...(inner.kind === Kind.LIST_TYPE ? marksOf(inner.type) : [])];
}

/** What is given to a field and what is given to an input differ alike, under names of their own. */
type InputKinds = {
  readonly called: string;
  readonly missing: Difference['kind'];
  readonly type: Difference['kind'];
  readonly tooStrict: Difference['kind'];
  readonly byDefault: Difference['kind'];
  readonly unknown: Difference['kind'] | null;
};
const ARGUMENT: InputKinds = {
  called: 'argument',
  missing: 'ARGUMENT_MISSING',
  type: 'ARGUMENT_TYPE',
  tooStrict: 'ARGUMENT_TOO_STRICT',
  byDefault: 'ARGUMENT_DEFAULT',
  unknown: null,
};
const INPUT_FIELD: InputKinds = {
  called: 'input',
  missing: 'INPUT_FIELD_MISSING',
  type: 'INPUT_FIELD_TYPE',
  tooStrict: 'INPUT_FIELD_TOO_STRICT',
  byDefault: 'INPUT_FIELD_DEFAULT',
  unknown: 'INPUT_FIELD_UNKNOWN',
};

type Inputs = readonly InputValueDefinitionNode[];
function inputDifferences(
  kinds: InputKinds,
  place: string,
  wanted: Inputs,
  served: Inputs,
): readonly Difference[] {
  return [
    ...wanted.flatMap((each) => inputDifference(kinds, place, each, named(served, each))),
    ...served
      .filter((each) => !named(wanted, each))
      .flatMap((each) => unknownInput(kinds, place, each)),
  ];
}

function inputDifference(
  kinds: InputKinds,
  holder: string,
  wanted: InputValueDefinitionNode,
  got: InputValueDefinitionNode | undefined,
): readonly Difference[] {
  const place = `${holder}(${wanted.name.value})`;
  if (!got) return [{ kind: kinds.missing, says: `The ${kinds.called} ${place} is not served.` }];
  const says = `Expected ${place} to be ${print(wanted.type)}, it is ${print(got.type)}.`;
  if (withoutMarks(wanted.type) !== withoutMarks(got.type)) return [{ kind: kinds.type, says }];
  const isStricter = marksOf(got.type).some((mark, level) => mark && !marksOf(wanted.type)[level]);
  return [
    ...(isStricter ? [{ kind: kinds.tooStrict, says }] : []),
    ...defaultDifference(kinds, place, wanted, got),
  ];
}

function defaultDifference(
  { byDefault }: InputKinds,
  place: string,
  wanted: InputValueDefinitionNode,
  got: InputValueDefinitionNode,
): readonly Difference[] {
  const [said, found] = [wanted, got].map((each) =>
    each.defaultValue ? print(each.defaultValue) : 'nothing',
  );
  if (said === found) return [];
  return [
    { kind: byDefault, says: `Expected ${place} to be ${said} unless told, it is ${found}.` },
  ];
}

/** An unknown argument harms where it must be given; an unknown part of an input harms always, for it means nothing to the others. */
function unknownInput(
  { called: what, tooStrict, unknown }: InputKinds,
  holder: string,
  { name, type, defaultValue }: InputValueDefinitionNode,
): readonly Difference[] {
  const place = `${holder}(${name.value})`;
  if (type.kind === Kind.NON_NULL_TYPE && !defaultValue)
    return [
      { kind: tooStrict, says: `The contract has no ${what} ${place}, and it must be given.` },
    ];
  return unknown ? [{ kind: unknown, says: `The contract has no ${what} ${place}.` }] : [];
}

function valueDifferences(
  type: TypeDefinitionNode,
  served: TypeDefinitionNode,
): readonly Difference[] {
  const [wanted, got] = [valuesOf(type), valuesOf(served)];
  const place = type.name.value;
  return [
    ...wanted
      .filter((each) => !got.includes(each))
      .map(
        (each) => ({ kind: 'VALUE_MISSING', says: `${place} lacks the word ${each}.` }) as const,
      ),
    ...got
      .filter((each) => !wanted.includes(each))
      .map(
        (each) =>
          ({
            kind: 'VALUE_UNKNOWN',
            says: `The contract's ${place} has no word ${each}.`,
          }) as const,
      ),
  ];
}

const valuesOf = (type: TypeDefinitionNode): readonly string[] =>
  type.kind === Kind.ENUM_TYPE_DEFINITION ? (type.values ?? []).map((each) => each.name.value) : [];
