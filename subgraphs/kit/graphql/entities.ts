import { GraphQLError, type GraphQLSchema, isScalarType } from 'graphql';
import { typesOf } from '../../../schema/index.ts';
import type { MemberContext } from './context.ts';
import { CONTRACT } from './contract.ts';
import { RECORD_KINDS } from './record-kind.ts';

/** How an entity is found from its representation: a member's record by its id; a shared entity is whatever key it has. */
export const ENTITY_RESOLVERS = {
  ...Object.fromEntries(
    Object.values(RECORD_KINDS).map(({ type }) => [
      type,
      {
        __resolveReference: ({ id }: { readonly id: string }, { loaders }: MemberContext) =>
          loaders.record(type, id),
      },
    ]),
  ),
  ...Object.fromEntries(
    typesOf(CONTRACT, 'shared').map(({ name }) => [
      name.value,
      { __resolveReference: (representation: object) => representation },
    ]),
  ),
};

const KEY_CHARACTERS_MOST = 128;

/** Makes `_entities` refuse, with BAD_VALUE, what is no representation; and keep of the others the type and the key alone. */
export function checkRepresentations(schema: GraphQLSchema): void {
  const any = schema.getType('_Any');
  if (isScalarType(any)) any.parseValue = representationOf;
}

function representationOf(value: unknown): object {
  const fields: Readonly<Record<string, unknown>> = typeof value === 'object' ? { ...value } : {};
  const type = typeof fields.__typename === 'string' ? fields.__typename : ''; // a list of one text would read as that text
  const isEntity = ['owned', 'shared'].includes(CONTRACT.kindOf(type));
  const key = fields[CONTRACT.keyOf(type)];
  if (isEntity && typeof key === 'string' && key.length <= KEY_CHARACTERS_MOST)
    return { __typename: type, [CONTRACT.keyOf(type)]: key };
  throw new GraphQLError(
    'Expected a representation such as {"__typename": "Site", "id": "MA:site:1"}: a type with a key, and its key.',
    { extensions: { code: 'BAD_VALUE' } },
  );
}
