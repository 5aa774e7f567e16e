import { type FieldDefinitionNode, Kind, type TypeDefinitionNode } from 'graphql';
import { isRequired, objectFields, readContract, sdlFile } from '../../index.ts';
import type { Asking } from '../asking.ts';
import { broken, type Claim, keptUnless, MUST_AT_PUBLICATION } from '../claim.ts';
import { unlessNewer } from '../versions.ts';

/** What a member serves beyond the contract keeps out of everybody's way. */
export const EXTENSION_CLAIMS: readonly Claim[] = [
  {
    id: 'OWN_TYPES_PREFIXED',
    ...MUST_AT_PUBLICATION,
    sentence: "A type beyond the contract begins with the member's code: `MaPhosphateComplex`.",
    remedy: 'Begin its name with your code, one capital and the others small.',
    check: onOwn(({ types, asking }) =>
      types
        .filter(({ name }) => !name.value.startsWith(typePrefix(asking)))
        .map(
          ({ name }) =>
            `The type ${name.value} is not the contract's and does not begin with ${typePrefix(asking)}.`,
        ),
    ),
  },
  {
    id: 'OWN_FIELDS_PREFIXED',
    ...MUST_AT_PUBLICATION,
    sentence:
      "A field beyond the contract, on a record or on Query, begins with the member's code: `ma_phosphateGrade`.",
    remedy: 'Begin its name with your code in small letters and an underscore.',
    check: onOwn(({ fields, asking }) =>
      fields
        .filter(({ type }) => isRow(asking, type))
        .filter(({ field }) => !field.name.value.startsWith(fieldPrefix(asking)))
        .map(
          ({ place }) =>
            `The field ${place} is not the contract's and does not begin with ${fieldPrefix(asking)}.`,
        ),
    ),
  },
  {
    id: 'OWN_FIELDS_MAY_BE_NULL',
    ...MUST_AT_PUBLICATION,
    sentence: 'A field beyond the contract, on a record or on Query, may be null.',
    remedy: 'Take the exclamation mark from its type: where it fails, the row stays.',
    check: onOwn(({ fields, asking }) =>
      fields
        .filter(({ type, field }) => isRow(asking, type) && isRequired(field.type))
        .map(({ place }) => `The field ${place} may never be null.`),
    ),
  },
  {
    id: 'VALUES_CLOSED',
    ...MUST_AT_PUBLICATION,
    sentence:
      'The values of the contract (texts, quantities, places, pages) have no further fields.',
    remedy: 'Take the field out, and put it on your record or on a type of your own.',
    check: onOwn(({ fields, asking }) =>
      fields
        .filter(({ type }) => !isRow(asking, type))
        .map(({ place }) => `The field ${place} is not the contract's.`),
    ),
  },
];

type OwnField = {
  readonly type: TypeDefinitionNode;
  readonly field: FieldDefinitionNode;
  readonly place: string;
};
type Own = {
  readonly asking: Asking;
  /** Types that the contract does not have. */
  readonly types: readonly TypeDefinitionNode[];
  /** Fields that the contract does not have, on types that it has. */
  readonly fields: readonly OwnField[];
};

function onOwn(faults: (own: Own) => readonly string[]): Claim['check'] {
  return unlessNewer(async (asking) => {
    const served = await asking.introspected();
    if (served.kind === 'unread') return broken(served.says);
    const own = ownOf(asking, [...served.types.values()]);
    return keptUnless(
      faults(own),
      `${own.types.length} types and ${own.fields.length} fields are beyond the contract.`,
    );
  });
}

function ownOf(asking: Asking, served: readonly TypeDefinitionNode[]): Own {
  const beside = asking.member.code === 'AMSG' ? readContract(sdlFile('amsg.graphql')).types : NONE;
  const theirs = served.filter(({ name }) => !isGraphqls(name.value));
  const isKnown = ({ name }: TypeDefinitionNode) =>
    asking.memberTypes.has(name.value) || beside.has(name.value);
  const fields = theirs.filter(isKnown).flatMap((type) => {
    const known = [asking.memberTypes, beside].flatMap((types) =>
      objectFields(types.get(type.name.value)).map((each) => each.name.value),
    );
    return objectFields(type)
      .filter(({ name }) => !known.includes(name.value) && !name.value.startsWith('_'))
      .map((field) => ({ type, field, place: `${type.name.value}.${field.name.value}` }));
  });
  return { asking, types: theirs.filter((type) => !isKnown(type)), fields };
}

const NONE: ReadonlyMap<string, TypeDefinitionNode> = new Map();

/** Names of GraphQL's own and of federation's. */
const isGraphqls = (name: string): boolean =>
  name.startsWith('_') ||
  name.includes('__') ||
  ['String', 'ID', 'Int', 'Float', 'Boolean', 'FieldSet'].includes(name);

const isRow = ({ contract }: Asking, { kind, name }: TypeDefinitionNode): boolean =>
  kind === Kind.OBJECT_TYPE_DEFINITION &&
  ['query', 'owned', 'shared'].includes(contract.kindOf(name.value));

const fieldPrefix = ({ member }: Asking): string => `${member.code.toLowerCase()}_`;
const typePrefix = ({ member }: Asking): string =>
  `${member.code.slice(0, 1)}${member.code.slice(1).toLowerCase()}`;
