import type { GraphQLError, GraphQLSchema } from 'graphql';
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
  checkValues(schema, asked, ({ name, value, beside }) =>
    name === 'owners' && Array.isArray(value) && beside.after == null
      ? value.map(String).flatMap((code) => (isMember(code) ? [] : [noMember(code)]))
      : [],
  );

const noMember = (code: string) =>
  `Expected the code of a member, got ${JSON.stringify(code)}; \`members { list { code } }\` lists them.`;
