import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  parse,
} from 'graphql';
import { checkScalars, deriveMember, joinSdl, withContractValues } from '../../../schema/index.ts';
import type { MemberContext } from './context.ts';
import { CONTRACT } from './contract.ts';
import { checkRepresentations, ENTITY_RESOLVERS } from './entities.ts';
import { CONTRACT_RESOLVERS } from './resolvers/index.ts';

/** Parents and arguments are what the schema says, which a type cannot know. */
type Resolve = GraphQLFieldResolver<never, MemberContext, never>;
type ResolveReference = (
  representation: never,
  context: MemberContext,
  info: GraphQLResolveInfo,
) => unknown;
export type Resolvers = Readonly<
  Record<string, Readonly<Record<string, Resolve | ResolveReference>>>
>;
/** What a member serves beside the contract: types and fields of its own, and how they are found. */
export type Extension = { readonly sdl: string; readonly resolvers: Resolvers };

/** The schema of members: all that serve the same share one, for the member stands in the context. */
export function buildMemberSchema(extension?: Extension): GraphQLSchema {
  const own = deriveMember(CONTRACT);
  const schema = buildSubgraphSchema({
    typeDefs: parse(extension ? joinSdl(own, withContractValues(extension.sdl, CONTRACT)) : own),
    resolvers: joinResolvers(CONTRACT_RESOLVERS, ENTITY_RESOLVERS, extension?.resolvers ?? {}),
  });
  checkScalars(schema);
  checkRepresentations(schema);
  return schema;
}

/** The fields of all, type by type; of two for one field, the later. */
function joinResolvers(...all: readonly Resolvers[]) {
  const types = new Set(all.flatMap(Object.keys));
  return Object.fromEntries(
    [...types].map((type) => [type, Object.assign({}, ...all.map((each) => each[type]))]),
  );
}
