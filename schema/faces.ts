import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type TypeDefinitionNode,
  visit,
} from 'graphql';
import {
  baseName,
  type Contract,
  kindOfType,
  marks,
  objectFields,
  referencesOf,
  type TypeKind,
  typesOf,
} from './contract.ts';

export type FaceName = 'continental' | 'national' | 'links_shared' | 'links_records';

/** What a derived schema holds of the contract, and how a type or field is marked there. Values come along where they are reached. */
type Face = {
  readonly starts: (contract: Contract) => readonly string[];
  readonly holds: (
    field: FieldDefinitionNode,
    type: TypeDefinitionNode,
    contract: Contract,
  ) => boolean;
  readonly keys: Partial<
    Record<TypeKind, (type: TypeDefinitionNode, contract: Contract) => string>
  >;
  readonly marks: (
    field: FieldDefinitionNode,
    type: TypeDefinitionNode,
    contract: Contract,
  ) => string;
};

const nameOf = (type: TypeDefinitionNode): string => type.name.value;
const namesOf = (contract: Contract, kind: TypeKind) => typesOf(contract, kind).map(nameOf);
const withReferences = (contract: Contract, kind: 'owned' | 'shared') =>
  typesOf(contract, 'owned')
    .filter((type) => referencesOf(contract, type, kind).length > 0)
    .map(nameOf);
const idsOf = (contract: Contract, type: TypeDefinitionNode, kind: 'owned' | 'shared') =>
  [...new Set(referencesOf(contract, type, kind).map((each) => each.by))].join(' ');
const isAbout = (
  contract: Contract,
  type: TypeDefinitionNode,
  kind: 'owned' | 'shared',
  name: string,
) => referencesOf(contract, type, kind).some((each) => each.by === name || each.name === name);
const sharesSummaries = (field: FieldDefinitionNode) =>
  marks(field, 'summary') ? '@shareable' : '';
const sharedKey = (type: TypeDefinitionNode, contract: Contract) =>
  `@key(fields: "${contract.keyOf(nameOf(type))}")`;

/**
 * The four logical subgraphs. Their names decide plans: of two faces that meet a condition the planner takes the first by alphabet, and a
 * row that came with a list must not go to `national` for ids that `continental` has.
 */
const FACES: Readonly<Record<FaceName, Face>> = {
  continental: {
    starts: (contract) => ['Query', ...namesOf(contract, 'shared')],
    holds: (field, type) => {
      if (kindOfType(type) === 'query') return !marks(field, 'routed');
      return kindOfType(type) !== 'owned' || field.name.value === 'id' || marks(field, 'summary');
    },
    keys: { owned: () => '@key(fields: "id")', shared: sharedKey },
    marks: sharesSummaries,
  },
  national: {
    starts: (contract) => ['Query', ...namesOf(contract, 'owned')],
    holds: (field, type) =>
      kindOfType(type) === 'query' ? marks(field, 'routed') : !marks(field, 'ref'),
    keys: { owned: () => '@key(fields: "id")' },
    marks: sharesSummaries,
  },
  // A composite key: whoever holds a record's summaries has all that a link needs, so it costs no request from either side.
  links_shared: {
    starts: (contract) => withReferences(contract, 'shared'),
    holds: (field, type, contract) =>
      field.name.value === contract.keyOf(nameOf(type)) ||
      isAbout(contract, type, 'shared', field.name.value),
    keys: {
      owned: (type, contract) => `@key(fields: "id ${idsOf(contract, type, 'shared')}")`,
      shared: (type, contract) =>
        `@key(fields: "${contract.keyOf(nameOf(type))}", resolvable: false)`,
    },
    marks: sharesSummaries,
  },
  // A condition, not a key: a record may lead to its own type, and inside a key the planner would nest the second record in the first.
  links_records: {
    starts: (contract) => withReferences(contract, 'owned'),
    holds: (field, type, contract) =>
      field.name.value === 'id' || isAbout(contract, type, 'owned', field.name.value),
    keys: {
      owned: (type, contract) =>
        referencesOf(contract, type, 'owned').length > 0
          ? '@key(fields: "id")'
          : '@key(fields: "id", resolvable: false)',
    },
    // Each reference requires the ids of all: with its own alone, @skip on a neighbour would lose it in the stock executor.
    marks: (field, type, contract) => {
      if (marks(field, 'ref')) return `@requires(fields: "${idsOf(contract, type, 'owned')}")`;
      return marks(field, 'summary') ? '@external' : '';
    },
  },
};

/** All that one member serves: everything but references, and but what the gateway makes. Its positions are plain. */
const MEMBER: Face = {
  starts: (contract) => ['Query', ...namesOf(contract, 'owned'), ...namesOf(contract, 'shared')],
  holds: (field) =>
    !marks(field, 'ref') && !marks(field, 'gateway') && baseName(field.type) !== 'Coverage',
  keys: FACES.continental.keys,
  marks: () => '',
};

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable", "@external", "@requires"])';

/** The SDL of the four faces, by name. */
export function deriveFaces(contract: Contract): Readonly<Record<FaceName, string>> {
  const entries = Object.entries(FACES).map(([name, face]) => [name, sdlOf(contract, face)]);
  return Object.fromEntries(entries) as Readonly<Record<FaceName, string>>;
}

/** The SDL that every member serves. `Cursor`, which the gateway seals, is called `Position` there and is plain. */
export const deriveMember = (contract: Contract): string =>
  sdlOf(contract, MEMBER)
    .replace(
      /"[^"\n]*"\nscalar Cursor/,
      '"Plain place in a list: the order keys and the id, as a JSON array in a string."\nscalar Position',
    )
    .replace(/: Cursor\b/g, ': Position');

const sdlOf = (contract: Contract, face: Face): string =>
  [LINK, ...definitionsOf(contract, face).values()].join('\n\n');

/** Every definition that the face reaches from where it starts, printed, in the order of the contract. */
function definitionsOf(contract: Contract, face: Face): ReadonlyMap<string, string> {
  const printed = new Map<string, string>();
  const waiting = [...face.starts(contract)];
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const type = contract.types.get(name);
    if (!type || printed.has(name)) continue;
    const kept = keptOf(contract, face, type);
    if (kept.kind === Kind.OBJECT_TYPE_DEFINITION && kept.fields?.length === 0) continue;
    printed.set(name, printMarked(contract, face, kept));
    waiting.push(...namesIn(kept));
  }
  return new Map([...contract.types.keys()].flatMap((name) => entryOf(printed, name)));
}

const entryOf = (printed: ReadonlyMap<string, string>, name: string): [string, string][] => {
  const text = printed.get(name);
  return text === undefined ? [] : [[name, text]];
};

function keptOf(contract: Contract, face: Face, type: TypeDefinitionNode): TypeDefinitionNode {
  if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) return type;
  return {
    ...type,
    fields: objectFields(type).filter((field) => face.holds(field, type, contract)),
  };
}

function printMarked(contract: Contract, face: Face, type: TypeDefinitionNode): string {
  if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) return print(withoutOurs(type));
  return print(markedType(contract, face, type));
}

function markedType(
  contract: Contract,
  face: Face,
  type: ObjectTypeDefinitionNode,
): ObjectTypeDefinitionNode {
  const kind = kindOfType(type);
  const isShareable = kind === 'value' || kind === 'merge';
  const key = face.keys[kind]?.(type, contract) ?? (isShareable ? '@shareable' : '');
  const plain = withoutOurs(type);
  const fields = objectFields(type).map((field, place) =>
    withMark(
      objectFields(plain)[place] ?? field,
      kind === 'owned' ? face.marks(field, type, contract) : '',
    ),
  );
  return withMark({ ...plain, fields }, key);
}

function withMark<Node extends { readonly directives?: readonly ConstDirectiveNode[] | undefined }>(
  node: Node,
  mark: string,
): Node {
  return mark ? { ...node, directives: [...(node.directives ?? []), ...directivesIn(mark)] } : node;
}

function directivesIn(mark: string): readonly ConstDirectiveNode[] {
  const [definition] = parse(`scalar Marked ${mark}`).definitions;
  return definition?.kind === Kind.SCALAR_TYPE_DEFINITION ? (definition.directives ?? []) : [];
}

const OURS: ReadonlySet<string> = new Set(
  'owned shared merge summary local ref routed gateway clearance since'.split(' '),
);
const withoutOurs = <Node extends TypeDefinitionNode>(node: Node): Node =>
  visit(node, { Directive: (each) => (OURS.has(each.name.value) ? null : undefined) });

function namesIn(type: TypeDefinitionNode): readonly string[] {
  const found: string[] = [];
  visit(type, { NamedType: (each) => void found.push(each.name.value) });
  return found;
}

/**
 * A vertical subgraph or an extension with the contract's values, enums, inputs and scalars that it uses and does not define. The SDL
 * must import `@key`; `@shareable` is imported for the values.
 */
export function withContractValues(sdl: string, contract: Contract): string {
  const document = parse(sdl);
  const own = new Set(
    document.definitions.flatMap((each) => ('name' in each && each.name ? [each.name.value] : [])),
  );
  const isValue = (name: string) =>
    contract.types.has(name) &&
    !own.has(name) &&
    !['owned', 'shared'].includes(contract.kindOf(name));
  const used: string[] = [];
  visit(document, { NamedType: (each) => void used.push(each.name.value) });
  const reached = definitionsOf(contract, {
    starts: () => used.filter(isValue),
    holds: () => true,
    keys: {},
    marks: () => '',
  });
  const values = [...reached].filter(([name]) => isValue(name)).map(([, text]) => text);
  return [sdl.replace('import: [', 'import: ["@shareable", '), ...values].join('\n\n');
}
