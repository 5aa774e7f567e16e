import {
  type DocumentNode,
  type FieldDefinitionNode,
  isTypeDefinitionNode,
  Kind,
  type StringValueNode,
  type TypeDefinitionNode,
} from 'graphql';
import { isState } from '../../schema/index.ts';

/** The logical subgraph of all extensions, in which each field and type of a member says whose it is, so that a reader of the explorer knows. */
export function sayingWhoOffers(extensions: DocumentNode): DocumentNode {
  const codes = codesIn(extensions);
  return {
    ...extensions,
    definitions: extensions.definitions.map((each) =>
      isTypeDefinitionNode(each) ? sayingType(each, codes) : each,
    ),
  };
}

/** Whoever has a type of its own has a field that leads to it, with its prefix. */
const codesIn = ({ definitions }: DocumentNode): ReadonlySet<string> =>
  new Set(
    definitions
      .flatMap((each) => (isTypeDefinitionNode(each) ? fieldsOf(each) : []))
      .flatMap(({ name }) => /^([a-z]{2,8})_/.exec(name.value)?.[1]?.toUpperCase() ?? []),
  );

const fieldsOf = (type: TypeDefinitionNode): readonly FieldDefinitionNode[] =>
  type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.INTERFACE_TYPE_DEFINITION
    ? (type.fields ?? [])
    : [];

function sayingType(type: TypeDefinitionNode, codes: ReadonlySet<string>): TypeDefinitionNode {
  const owner = [...codes].find((code) => isTypeOf(type.name.value, code));
  const said = owner === undefined ? type : saying(type, owner);
  if (!('fields' in said) || said.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) return said;
  const fields = (said.fields ?? []).map((field) => {
    const code = owner ?? /^([a-z]{2,8})_/.exec(field.name.value)?.[1]?.toUpperCase();
    return code === undefined ? field : saying(field, code);
  });
  return { ...said, fields };
}

/** `MaPhosphateComplex` is Morocco's. */
const isTypeOf = (name: string, code: string): boolean =>
  new RegExp(`^${code.slice(0, 1)}${code.slice(1).toLowerCase()}[A-Z]`).test(name);

const saying = <Node extends { readonly description?: StringValueNode | undefined }>(
  node: Node,
  code: string,
): Node => ({ ...node, description: sentence(node.description?.value ?? '', code) });

const sentence = (says: string, code: string): StringValueNode => ({
  kind: Kind.STRING,
  value: [says, `Offered by ${nameOf(code)}.`].filter((each) => each !== '').join(' '),
  block: says.includes('\n'),
});

function nameOf(code: string): string {
  const name = UN_NAMES[code] ?? (isState(code) ? REGIONS.of(code) : code) ?? code;
  return name === code ? code : `${name} (${code})`;
}

const REGIONS = new Intl.DisplayNames(['en'], { type: 'region' });

/** States whose name at the United Nations is another than Unicode's. */
const UN_NAMES: Readonly<Record<string, string>> = {
  CD: 'Democratic Republic of the Congo',
  CG: 'Congo',
  CI: "Côte d'Ivoire",
  CV: 'Cabo Verde',
  ST: 'Sao Tome and Principe',
  TZ: 'United Republic of Tanzania',
};
