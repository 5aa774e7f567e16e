import {
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
} from 'graphql';
import type { Asked } from './check-page-sizes.ts';
import { checkValues } from './check-values.ts';

type IsMember = (code: string) => boolean;

/**
 * Owners that are no members: nobody would be asked, and an empty list would look like the whole truth. A list that goes on behind a cursor
 * began with owners that were members; who is gone since is named in its coverage.
 */
export const checkOwners = (
  schema: GraphQLSchema,
  asked: Asked,
  isMember: IsMember,
): readonly GraphQLError[] =>
  checkValues(schema, asked, ({ type, name, value, beside }) =>
    (beside.after == null ? ownersIn(type, name, value) : []).flatMap((code) =>
      isMember(code) ? [] : [noMember(code)],
    ),
  );

/** All codes that are given as owners, in an argument or in the fields of a filter. */
function ownersIn(type: GraphQLInputType, name: string, value: unknown): readonly string[] {
  if (value === null || value === undefined) return [];
  if (name === 'owners') return Array.isArray(value) ? value.map(String) : [];
  const named = getNamedType(type);
  if (!isInputObjectType(named) || Array.isArray(value)) return [];
  const given = value as Readonly<Record<string, unknown>>;
  return Object.values(named.getFields()).flatMap((each) =>
    ownersIn(each.type, each.name, given[each.name]),
  );
}

const noMember = (code: string) =>
  `Expected the code of a member, got ${JSON.stringify(code)}; \`members { list { code } }\` lists them.`;
