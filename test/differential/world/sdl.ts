import {
  type Argument,
  type Field,
  fieldOf,
  fieldsInKey,
  HIDDEN_COLOUR,
  type Interface,
  keysAt,
  type ObjectType,
  objectOf,
  type Schema,
  textOf,
} from './model.ts';
import { isObjectAt, type Presence, presenceOf } from './presence.ts';
import { selectionText } from './random-selections.ts';

/** One subgraph's SDL: with federation's directives for composition, or without them, as the subgraph itself serves it. */
export type Form = 'federated' | 'bare';
type Printing = {
  readonly schema: Schema;
  readonly subgraph: string;
  readonly presence: Presence;
  readonly form: Form;
};

export function sdlOf(schema: Schema, subgraph: string, form: Form): string {
  const presence = presenceOf(schema, subgraph);
  const printing = { schema, subgraph, presence, form };
  const objects = schema.objects.flatMap((type) => objectText(printing, type));
  const abstracts = schema.abstracts.flatMap((type) =>
    presence.abstracts.has(type.name) ? [abstractText(printing, type)] : [],
  );
  const head = form === 'federated' ? [LINK] : entityParts(printing);
  return [...head, commonText(printing), ...abstracts, ...objects].join('\n\n');
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: [
  "@key", "@external", "@requires", "@provides", "@override", "@shareable", "@inaccessible", "@interfaceObject"
])`;

function commonText({ schema, form }: Printing): string {
  const hidden = form === 'federated' ? `${HIDDEN_COLOUR} @inaccessible` : HIDDEN_COLOUR;
  return `enum Colour { RED GREEN BLUE ${schema.hidesColour ? hidden : ''} }
scalar Blob
input Filter { n: Int = 2, colour: Colour, tags: [String!], inner: Filter }`;
}

/** What a server of a subgraph adds, so that it can be asked for entities. */
function entityParts({ schema, subgraph, presence }: Printing): readonly string[] {
  const entities = schema.objects.filter(
    ({ kind, name }) => kind === 'entity' && presence.objects.has(name),
  );
  const objects = schema.abstracts.filter(
    ({ name }) => presence.abstracts.has(name) && isObjectAt(schema, name, subgraph),
  );
  const names = [...entities, ...objects].map(({ name }) => name);
  if (names.length === 0) return [];
  const root = `extend type Query { _entities(representations: [_Any!]!): [_Entity]! }`;
  return ['scalar _Any', `union _Entity = ${names.join(' | ')}`, root];
}

function objectText(printing: Printing, type: ObjectType): readonly string[] {
  const fields = printing.presence.objects.get(type.name);
  if (!fields || fields.size === 0) return [];
  const lines = type.fields.flatMap((field) => {
    const how = fields.get(field.name);
    return how ? [`  ${fieldText(printing, { type, field, how })}`] : [];
  });
  const names = interfacesOf(printing, type);
  const implementing = names.length > 0 ? ` implements ${names.join(' & ')}` : '';
  return [
    `type ${type.name}${implementing}${typeDirectives(printing, type)} {\n${lines.join('\n')}\n}`,
  ];
}

function interfacesOf({ schema, subgraph, presence }: Printing, type: ObjectType) {
  return schema.abstracts
    .filter((each) => each.kind === 'interface' && presence.abstracts.has(each.name))
    .filter((each) => each.membersIn[subgraph]?.includes(type.name))
    .map(({ name }) => name);
}

/** A subgraph that gives nothing of an entity says that it cannot be asked for it. */
function typeDirectives({ subgraph, form }: Printing, type: ObjectType): string {
  if (form === 'bare') return '';
  if (type.kind === 'value') return ' @shareable';
  if (type.kind === 'root') return '';
  const stub = type.keysIn[subgraph] ? '' : ', resolvable: false';
  return keysAt(type, subgraph)
    .map((key) => ` @key(fields: "${key}"${stub})`)
    .join('');
}

type Printed = {
  readonly type: ObjectType;
  readonly field: Field;
  readonly how: 'own' | 'external';
};
function fieldText(printing: Printing, { type, field, how }: Printed): string {
  const isNonNull = field.type.isNonNull || field.strictIn?.includes(printing.subgraph) === true;
  const text = `${field.name}${argsText(field.args)}: ${textOf({ ...field.type, isNonNull })}`;
  if (printing.form === 'bare') return text;
  const directives = how === 'external' ? ['@external'] : ownDirectives(printing, type, field);
  return [text, ...directives].join(' ');
}

function ownDirectives({ subgraph }: Printing, type: ObjectType, field: Field) {
  const { owners, overrides } = field;
  const isOwner = owners.includes(subgraph);
  const label = overrides?.label ? `, label: "${overrides.label}"` : '';
  const isKey = keysAt(type, subgraph)
    .flatMap(fieldsInKey)
    .some((name) => name === field.name);
  return [
    isOwner && field.requires.length > 0 && `@requires(fields: "${selectionText(field.requires)}")`,
    isOwner && field.provides.length > 0 && `@provides(fields: "${selectionText(field.provides)}")`,
    isOwner && overrides && `@override(from: "${overrides.from}"${label})`,
    type.kind !== 'value' && owners.length > 1 && !isKey && '@shareable',
    field.isInaccessible && owners[0] === subgraph && '@inaccessible',
  ].filter((each) => typeof each === 'string');
}

export const argsText = (args: readonly Argument[]): string =>
  args.length === 0
    ? ''
    : `(${args.map((each) => `${each.name}: ${each.type}${each.byDefault ? ` = ${each.byDefault.text}` : ''}`).join(', ')})`;

function abstractText(printing: Printing, type: Schema['abstracts'][number]): string {
  const { schema, subgraph } = printing;
  if (type.kind === 'union')
    return `union ${type.name} = ${(type.membersIn[subgraph] ?? []).join(' | ')}`;
  if (isObjectAt(schema, type.name, subgraph)) return interfaceObjectText(printing, type);
  const isKeyed = type.objects?.home === subgraph && printing.form === 'federated';
  const fields = interfaceFields(printing, type).map(
    (each) => `  ${each.name}: ${textOf(each.type)}`,
  );
  const above = type.above ? ` implements ${type.above}` : '';
  return `interface ${type.name}${above}${isKeyed ? ' @key(fields: "id")' : ''} {\n${fields.join('\n')}\n}`;
}

/** Those that all its members have here. */
function interfaceFields({ presence, subgraph }: Printing, type: Interface) {
  const members = type.membersIn[subgraph] ?? [];
  return type.fields.filter(({ name }) =>
    members.every((member) => presence.objects.get(member)?.get(name) === 'own'),
  );
}

function interfaceObjectText(printing: Printing, type: Interface): string {
  const member = objectOf(printing.schema, type.members[0] ?? '');
  const extras = (member?.fields ?? []).filter((each) => each.through === type.name);
  const lines = extras.map((each) => `  ${each.name}${argsText(each.args)}: ${textOf(each.type)}`);
  const directives = printing.form === 'federated' ? ' @key(fields: "id") @interfaceObject' : '';
  return `type ${type.name}${directives} {\n${[`  id: ${idText(member)}`, ...lines].join('\n')}\n}`;
}

const idText = (member: ObjectType | undefined): string => {
  const id = fieldOf(member, 'id');
  return id ? textOf(id.type) : 'ID!';
};
